import Mails from 'lucide-react/icons/mails';
import ShieldCheck from 'lucide-react/icons/shield-check';
import { Suspense } from 'react';
import { graphql, useLazyLoadQuery } from 'react-relay/hooks';
import { Route, Switch, useLocation } from 'wouter';
import type { ManagerPageQuery } from '../__generated__/ManagerPageQuery.graphql';
import { AppShell } from '../AppShell';
import { Boundary } from '../api/Boundary';
import { href, paths } from '../href';
import { useTranslation } from '../i18n/translation';
import { Page } from '../ui/Page';
import { SideNav, SideTitle } from '../ui/Shell';
import { Skeleton } from '../ui/Skeleton';
import { AddressPage } from './AddressPage';
import { FirstOrganization } from './FirstOrganization';
import { OrganizationPage } from './OrganizationPage';
import { OrganizationSecurity } from './OrganizationSecurity';
import { OrganizationSwitcher } from './OrganizationSwitcher';
import { ServicePage } from './ServicePage';
import { useOrganizationId } from './useOrganizationId';

/** Organization, mail service, address: one table a level, under one shell. */
export default function ManagerPage() {
  const { t } = useTranslation();
  const [location] = useLocation();
  const organizationId = useOrganizationId();
  const atSecurity = location === href.organizationSecurity({ organization: organizationId ?? '' });
  const { viewer } = useLazyLoadQuery<ManagerPageQuery>(query, {}, { fetchPolicy: 'store-and-network' });
  if (!viewer) return null; // the way to sign in is being taken
  const organizations = viewer.organizations.edges?.flatMap((edge) => (edge?.node ? [edge.node] : [])) ?? [];
  const manageable = organizations.filter(({ canAdminister }) => canAdminister.allowed);
  const current = organizations.find(({ id }) => id === organizationId);
  return (
    <AppShell
      application="manager"
      viewer={viewer}
      scrolls
      sideLabel={t('manager.title')}
      head={
        current ? (
          <OrganizationSwitcher organizations={manageable} current={current} />
        ) : (
          <SideTitle name={t('manager.title')} />
        )
      }
      side={
        current?.canAdminister.allowed && (
          <SideNav
            label={t('manager.title')}
            items={[
              {
                href: href.organization({ organization: current.id }),
                icon: Mails,
                name: t('manager.mailServices'),
                current: !atSecurity,
              },
              {
                href: href.organizationSecurity({ organization: current.id }),
                icon: ShieldCheck,
                name: t('manager.security'),
                current: atSecurity,
              },
            ]}
          />
        )
      }
    >
      <Page>
        <Boundary resetBy={location}>
          <Suspense fallback={<Skeleton lines={6} />}>
            <Switch>
              <Route path={paths.addressTab}>{({ address }) => <AddressPage key={address} address={address} />}</Route>
              <Route path={paths.address}>{({ address }) => <AddressPage key={address} address={address} />}</Route>
              <Route path={paths.organizationSecurity}>
                {({ organization }) => <OrganizationSecurity key={organization} id={organization} />}
              </Route>
              <Route path={paths.mailService}>{({ service }) => <ServicePage key={service} id={service} />}</Route>
              <Route path={paths.organization}>
                {({ organization }) => <OrganizationPage key={organization} id={organization} />}
              </Route>
              <Route>
                <FirstOrganization manageable={manageable} />
              </Route>
            </Switch>
          </Suspense>
        </Boundary>
      </Page>
    </AppShell>
  );
}

const query = graphql`
  query ManagerPageQuery {
    viewer {
      ...AppShell_viewer
      organizations(first: 100) {
        edges {
          node {
            id
            name
            viewerRole
            canAdminister {
              allowed
            }
          }
        }
      }
    }
  }
`;
