import WifiOff from 'lucide-react/icons/wifi-off';
import { type ComponentProps, lazy, Suspense } from 'react';
import { graphql, useFragment } from 'react-relay/hooks';
import type { AppShell_viewer$key } from './__generated__/AppShell_viewer.graphql';
import { AccountMenu } from './account/AccountMenu';
import { useLostSince } from './api/connection';
import { href } from './href';
import { accountMessages, sharingMessages } from './i18n/appMessages';
import { clockTime } from './i18n/format';
import { useTranslation, withWords } from './i18n/translation';
import { useFollowAccess } from './mail/live/access';
import { Banner } from './ui/Banner';
import { Shell } from './ui/Shell';

// What it says is never so urgent that the first paint should wait for it.
const Notices = lazy(() =>
  withWords(import('./account/Notices'), accountMessages, sharingMessages).then((part) => ({ default: part.Notices })),
);

type Composed = 'applications' | 'account' | 'bar';

interface AppShellProps extends Omit<ComponentProps<typeof Shell>, Composed> {
  application: 'mail' | 'manager' | 'account';
  viewer: AppShell_viewer$key;
}

/** The shell with what Mail, Manager and Account have in common: the way between them, the account, the connection. */
export function AppShell({ application, ...props }: AppShellProps) {
  const { viewer: key, ...shell } = props;
  const viewer = useFragment(fragment, key);
  useFollowAccess(viewer.accessCursor);
  const { t, language } = useTranslation();
  const lostSince = useLostSince();
  return (
    <Shell
      {...shell}
      applications={[
        { href: href.mail(), label: t('ui.mail'), current: application === 'mail' },
        { href: href.manager(), label: t('ui.manager'), current: application === 'manager' },
      ]}
      account={<AccountMenu viewer={viewer} />}
      bar={
        <>
          {application !== 'account' && (
            <Suspense>
              <Notices />
            </Suspense>
          )}
          {lostSince && (
            <Banner tone="warning" icon={WifiOff} edge>
              {t('ui.connectionLost', { time: clockTime(language, lostSince) })}
            </Banner>
          )}
        </>
      }
    />
  );
}

const fragment = graphql`
  fragment AppShell_viewer on Viewer {
    accessCursor
    ...AccountMenu_viewer
  }
`;
