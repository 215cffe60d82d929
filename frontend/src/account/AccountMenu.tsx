import LogOut from 'lucide-react/icons/log-out';
import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import { useState } from 'react';
import { graphql, useFragment, useRelayEnvironment } from 'react-relay/hooks';
import type { AccountMenu_viewer$key } from '../__generated__/AccountMenu_viewer.graphql';
import { asRefusal } from '../api/refusal';
import { useRefusalText } from '../api/useRefusalText';
import { chooseLanguage, type Language, languages } from '../i18n/languages';
import { useTranslation } from '../i18n/translation';
import { Face } from '../ui/Face';
import { MenuButton } from '../ui/Menu';
import { applyTheme, currentTheme, type Theme } from '../ui/theme';
import { showToast } from '../ui/toast';

const themes = [
  { theme: 'system', key: 'ui.themeSystem', icon: Monitor },
  { theme: 'light', key: 'ui.themeLight', icon: Sun },
  { theme: 'dark', key: 'ui.themeDark', icon: Moon },
] as const;

/** Who is signed in, how it looks, in which language, and the way out. */
export function AccountMenu(props: { viewer: AccountMenu_viewer$key }) {
  const { user } = useFragment(fragment, props.viewer);
  const { t, language } = useTranslation();
  const [theme, setTheme] = useState(currentTheme);
  const environment = useRelayEnvironment();
  const say = useRefusalText();
  const signOut = async () => {
    try {
      await (await import('./signOut')).signOut(environment);
    } catch (thrown) {
      await showToast({ text: say(asRefusal(thrown)) });
    }
  };
  const choose = (next: Theme) => {
    applyTheme(next);
    setTheme(next);
  };
  return (
    <MenuButton
      label={t('ui.accountOf', { name: user.name })}
      entries={() => [
        { head: user.email },
        'line',
        { head: t('ui.look') },
        ...themes.map((choice) => ({
          label: t(choice.key),
          icon: choice.icon,
          checked: theme === choice.theme,
          onSelect: () => choose(choice.theme),
        })),
        'line',
        { head: t('ui.language') },
        ...Object.entries(languages).map(([code, name]) => ({
          label: name,
          checked: code === language,
          onSelect: () => chooseLanguage(code as Language),
        })),
        'line',
        { label: t('ui.signOut'), icon: LogOut, onSelect: () => void signOut() },
      ]}
    >
      <Face name={user.name} tintBy={user.email} size="small" />
    </MenuButton>
  );
}

const fragment = graphql`
  fragment AccountMenu_viewer on Viewer {
    user {
      name
      email
    }
  }
`;
