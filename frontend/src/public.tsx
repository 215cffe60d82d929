// The entry of the pages that can be seen without signing in. It must stay
// small: no Relay, none of the overlays' primitives.
import './ui/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Route, Switch } from 'wouter';
import { paths } from './href';
import { preferredLanguage } from './i18n/languages';
import { publicMessages } from './i18n/publicMessages';
import { loadTranslation, TranslationProvider } from './i18n/translation';
import { InvitationPage } from './invitation/InvitationPage';
import { SetUp } from './setup/SetUp';
import { SignIn } from './sign-in/SignIn';
import { PublicPage } from './ui/PublicPage';
import { applyTheme } from './ui/theme';

applyTheme();
const i18n = await loadTranslation(preferredLanguage(), publicMessages);
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <TranslationProvider i18n={i18n}>
      <PublicPage>
        <Switch>
          <Route path={paths.invitation}>{({ token }) => <InvitationPage key={token} token={token} />}</Route>
          <Route path={paths.setUp} component={SetUp} />
          <Route component={SignIn} />
        </Switch>
      </PublicPage>
    </TranslationProvider>
  </StrictMode>,
);
