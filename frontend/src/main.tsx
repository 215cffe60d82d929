import './ui/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RelayEnvironmentProvider } from 'react-relay/hooks';
import { createEnvironment } from './api/environment';
import { onAccountChanged } from './api/otherTabs';
import { signInHref } from './href';
import { appMessages } from './i18n/appMessages';
import { preferredLanguage } from './i18n/languages';
import { loadTranslation, TranslationProvider } from './i18n/translation';
import { Routes } from './routes';
import { Toasts } from './ui/Toasts';
import { Tooltips } from './ui/Tooltips';
import { applyTheme } from './ui/theme';
import { showToast } from './ui/toast';

applyTheme();
onAccountChanged(() => location.reload());
const environment = createEnvironment({
  onOtherAccount: () =>
    void showToast({
      id: 'account',
      text: i18n._('errors.otherAccount'),
      action: { label: i18n._('ui.reload'), onSelect: () => location.reload() },
    }),
  onUnauthenticated: () => location.assign(signInHref(location.pathname + location.search)),
});
const i18n = await loadTranslation(preferredLanguage(), appMessages);
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <TranslationProvider i18n={i18n}>
      <RelayEnvironmentProvider environment={environment}>
        <Routes />
        <Toasts />
        <Tooltips />
      </RelayEnvironmentProvider>
    </TranslationProvider>
  </StrictMode>,
);
