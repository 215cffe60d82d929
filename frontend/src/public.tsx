// The entry of the pages that can be seen without signing in. It must stay
// small: no Relay, no router, none of the overlays' primitives.
import './ui/styles';
import { type ComponentType, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { paths } from './href';
import { preferredLanguage } from './i18n/languages';
import {
  invitationMessages,
  setUpMessages,
  signInMessages,
  signUpMessages,
  termsMessages,
} from './i18n/publicMessages';
import { loadTranslation, TranslationProvider } from './i18n/translation';
import { PublicPage } from './ui/PublicPage';
import { applyTheme } from './ui/theme';

interface Page {
  messages: typeof signInMessages;
  load: () => Promise<{ default: ComponentType }>;
}

const signIn: Page = { messages: signInMessages, load: () => import('./sign-in/SignIn') };
const setUp: Page = { messages: setUpMessages, load: () => import('./setup/SetUp') };
const invitation: Page = { messages: invitationMessages, load: () => import('./invitation/InvitationPage') };
const signUp: Page = { messages: signUpMessages, load: () => import('./sign-up/SignUpPage') };
const terms: Page = { messages: termsMessages, load: () => import('./terms/TermsPage') };

function pageAt(path: string): Page {
  if (path.startsWith('/iw/')) return /^\/iw\/[^/]+\/sign-up\/?$/.test(path) ? signUp : invitation;
  if (path === paths.terms || path === paths.privacy) return terms;
  return path === paths.setUp ? setUp : signIn;
}

applyTheme();
const { messages, load } = pageAt(location.pathname);
const [i18n, { default: Content }] = await Promise.all([loadTranslation(preferredLanguage(), messages), load()]);
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <TranslationProvider i18n={i18n}>
      <PublicPage>
        <Content />
      </PublicPage>
    </TranslationProvider>
  </StrictMode>,
);
