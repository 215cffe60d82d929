// Every component in its states, for those who build: `npm run dev`, then
// /gallery.html. It is no entry of the build and reaches nobody else.
import '../src/ui/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { appMessages, mailMessages, managerMessages, sharingMessages } from '../src/i18n/appMessages';
import { preferredLanguage } from '../src/i18n/languages';
import { loadTranslation, TranslationProvider } from '../src/i18n/translation';
import { Toasts } from '../src/ui/Toasts';
import { Tooltips } from '../src/ui/Tooltips';
import { applyTheme } from '../src/ui/theme';
import { Gallery } from './Gallery';

applyTheme();
const i18n = await loadTranslation(preferredLanguage(), appMessages, mailMessages, managerMessages, sharingMessages);
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <TranslationProvider i18n={i18n}>
      <Gallery />
      <Toasts />
      <Tooltips />
    </TranslationProvider>
  </StrictMode>,
);
