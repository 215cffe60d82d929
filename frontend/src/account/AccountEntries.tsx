import LogOut from 'lucide-react/icons/log-out';
import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import UserRound from 'lucide-react/icons/user-round';
import UserRoundPlus from 'lucide-react/icons/user-round-plus';
import { type RefObject, useEffect, useState } from 'react';
import { fetchQuery, graphql, useRelayEnvironment } from 'react-relay/hooks';
import { useLocation } from 'wouter';
import type { AccountEntriesQuery, AccountEntriesQuery$data } from '../__generated__/AccountEntriesQuery.graphql';
import { asRefusal } from '../api/refusal';
import { useRefusalText } from '../api/useRefusalText';
import { href, signInHref } from '../href';
import { useTranslation } from '../i18n/translation';
import { LazyMenu } from '../ui/lazyOverlays';
import type { MenuEntry } from '../ui/menuEntry';
import { currentTheme } from '../ui/theme';
import { showToast } from '../ui/toast';
import { signOut, switchAccount } from './sessions';
import { useChooseTheme } from './useChooseTheme';

const themes = [
  { theme: 'system', key: 'ui.themeSystem', icon: Monitor },
  { theme: 'light', key: 'ui.themeLight', icon: Sun },
  { theme: 'dark', key: 'ui.themeDark', icon: Moon },
] as const;

interface AccountEntriesProps {
  user: { name: string; email: string };
  anchor: RefObject<HTMLElement | null>;
  open: boolean;
  onClose: () => void;
  onClosed: () => void;
}

/** The account menu, fetched when it is opened, with who else is signed in within this browser. */
export function AccountEntries({ user, ...menu }: AccountEntriesProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const environment = useRelayEnvironment();
  const say = useRefusalText();
  const chooseTheme = useChooseTheme();
  const others = useOtherAccounts();
  const [theme] = useState(currentTheme);
  const saying = (act: Promise<void>) => void act.catch((thrown) => showToast({ text: say(asRefusal(thrown)) }));
  if (!others) return null; // a menu that grows under the pointer would be worse than a moment's wait
  const here = location.pathname + location.search;
  const entries: MenuEntry[] = [
    { head: `${user.name} · ${user.email}` },
    { label: t('ui.account'), icon: UserRound, onSelect: () => navigate(href.account()) },
    'line',
    ...others.map(({ user: other }) => ({
      label: t('ui.switchTo', { name: other.name, email: other.email }),
      onSelect: () => saying(switchAccount(environment, other.id)),
    })),
    {
      label: t('ui.addAccount'),
      icon: UserRoundPlus,
      onSelect: () => location.assign(signInHref(here, { switchAccount: true })),
    },
    'line',
    { head: t('ui.look') },
    ...themes.map((choice) => ({
      label: t(choice.key),
      icon: choice.icon,
      checked: theme === choice.theme,
      onSelect: () => chooseTheme(choice.theme),
    })),
    'line',
    { label: t('ui.signOut'), icon: LogOut, onSelect: () => saying(signOut(environment)) },
    ...(others.length > 0
      ? [{ label: t('ui.signOutOfAll'), icon: LogOut, onSelect: () => saying(signOut(environment, { all: true })) }]
      : []),
  ];
  return <LazyMenu label={t('ui.accountOf', { name: user.name })} entries={entries} {...menu} />;
}

type Accounts = AccountEntriesQuery$data['accounts'];

/** Who else is signed in within this browser; null until that is known, nobody when it can't be. */
function useOtherAccounts(): Accounts | null {
  const environment = useRelayEnvironment();
  const [others, setOthers] = useState<Accounts | null>(null);
  useEffect(() => {
    const reading = fetchQuery<AccountEntriesQuery>(environment, query, {}).subscribe({
      next: ({ accounts }) => setOthers(accounts.filter(({ active }) => !active)),
      error: () => setOthers([]),
    });
    return () => reading.unsubscribe();
  }, [environment]);
  return others;
}

const query = graphql`
  query AccountEntriesQuery {
    accounts {
      active
      user {
        id
        name
        email
      }
    }
  }
`;
