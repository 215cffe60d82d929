import Languages from 'lucide-react/icons/languages';
import ShieldCheck from 'lucide-react/icons/shield-check';
import UserRound from 'lucide-react/icons/user-round';
import { Suspense } from 'react';
import { graphql, useLazyLoadQuery } from 'react-relay/hooks';
import { Route, Switch, useLocation } from 'wouter';
import type { AccountPageQuery } from '../__generated__/AccountPageQuery.graphql';
import { AppShell } from '../AppShell';
import { Boundary } from '../api/Boundary';
import { href, paths } from '../href';
import { useTranslation } from '../i18n/translation';
import { StepUpProvider } from '../sharing/StepUp';
import { Page } from '../ui/Page';
import { SideNav, SideTitle } from '../ui/Shell';
import { Skeleton } from '../ui/Skeleton';
import { LookPage } from './LookPage';
import { ProfilePage } from './ProfilePage';
import { SecurityPage } from './security/SecurityPage';

/** What somebody decides about themselves: who they are, how they prove it, how it looks. */
export default function AccountPage() {
  const { t } = useTranslation();
  const [location] = useLocation();
  const { viewer } = useLazyLoadQuery<AccountPageQuery>(query, {}, { fetchPolicy: 'store-and-network' });
  if (!viewer) return null; // the way to sign in is being taken
  const { user } = viewer;
  const pages = [
    { href: href.account(), icon: UserRound, name: t('account.profile') },
    { href: href.accountSecurity(), icon: ShieldCheck, name: t('account.security') },
    { href: href.accountLook(), icon: Languages, name: t('account.languageAndLook') },
  ].map((page) => ({ ...page, current: page.href === location }));
  return (
    <AppShell
      application="account"
      viewer={viewer}
      scrolls
      sideLabel={t('account.title')}
      head={<SideTitle name={user.name} note={user.email} />}
      side={<SideNav label={t('account.title')} items={pages} />}
    >
      <StepUpProvider account={user.email} why={t('account.confirmWhy')}>
        <Page narrow>
          <Boundary resetBy={location}>
            <Suspense fallback={<Skeleton lines={6} />}>
              <Switch>
                <Route path={paths.accountSecurity} component={SecurityPage} />
                <Route path={paths.accountLook} component={LookPage} />
                <Route component={ProfilePage} />
              </Switch>
            </Suspense>
          </Boundary>
        </Page>
      </StepUpProvider>
    </AppShell>
  );
}

const query = graphql`
  query AccountPageQuery {
    viewer {
      user {
        name
        email
      }
      ...AppShell_viewer
    }
  }
`;
