import { graphql, useLazyLoadQuery } from 'react-relay/hooks';
import type { OrganizationSecurityQuery } from '../__generated__/OrganizationSecurityQuery.graphql';
import { href } from '../href';
import { useTranslation } from '../i18n/translation';
import { StepUpProvider } from '../sharing/StepUp';
import { Breadcrumb } from '../ui/Breadcrumb';
import { PageHead } from '../ui/Page';
import { FactorPolicy } from './FactorPolicy';
import { NotHere } from './NotHere';

/** What an organization demands of whoever opens its mail. */
export function OrganizationSecurity({ id }: { id: string }) {
  const { t } = useTranslation();
  const { node: organization, viewer } = useLazyLoadQuery<OrganizationSecurityQuery>(
    query,
    { id },
    { fetchPolicy: 'store-and-network' },
  );
  if (!organization?.name || !organization.canAdminister || !viewer) return <NotHere />;
  const { name, canAdminister } = organization;
  if (!canAdminister.allowed) return <NotHere reason={canAdminister.reason} />;
  return (
    <StepUpProvider account={viewer.user.email} why={t('manager.confirmPolicy', { organization: name })}>
      <title>{`${t('manager.security')} · ${name}`}</title>
      <Breadcrumb steps={[{ name, href: href.organization({ organization: id }) }, { name: t('manager.security') }]} />
      <PageHead title={t('manager.security')} />
      {organization.policy && <FactorPolicy organization={organization.policy} />}
    </StepUpProvider>
  );
}

const query = graphql`
  query OrganizationSecurityQuery($id: ID!) {
    viewer {
      user {
        email
      }
    }
    node(id: $id) {
      ... on Organization {
        name
        canAdminister {
          allowed
          reason
        }
        ...FactorPolicy_organization @alias(as: "policy")
      }
    }
  }
`;
