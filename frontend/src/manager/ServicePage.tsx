import { graphql, useLazyLoadQuery } from 'react-relay/hooks';
import type { ServicePageQuery } from '../__generated__/ServicePageQuery.graphql';
import { href } from '../href';
import { useTranslation } from '../i18n/translation';
import { Breadcrumb } from '../ui/Breadcrumb';
import { PageHead } from '../ui/Page';
import { AddressTable } from './AddressTable';
import { NotHere } from './NotHere';

/** The addresses of a mail service. */
export function ServicePage({ id }: { id: string }) {
  const { t } = useTranslation();
  // What was seen before shows at once; the counts follow.
  const { node } = useLazyLoadQuery<ServicePageQuery>(query, { id }, { fetchPolicy: 'store-and-network' });
  const service = node?.service;
  if (!service) return <NotHere />;
  const { organization } = service;
  if (!organization.canAdminister.allowed) return <NotHere reason={organization.canAdminister.reason} />;
  return (
    <>
      <title>{`${service.name} · Latchkey`}</title>
      <Breadcrumb
        steps={[
          { name: organization.name, href: href.organization({ organization: organization.id }) },
          { name: service.name },
        ]}
      />
      <PageHead
        title={service.name}
        subtitle={t('manager.addressCount', { count: service.all.totalCount, domains: service.domains.length })}
      />
      <AddressTable service={service} organizationId={organization.id} />
    </>
  );
}

const query = graphql`
  query ServicePageQuery($id: ID!) {
    node(id: $id) {
      ... on MailService @alias(as: "service") {
        name
        domains
        organization {
          id
          name
          canAdminister {
            allowed
            reason
          }
        }
        all: mailboxes(first: 1) {
          totalCount
        }
        ...AddressTable_service
      }
    }
  }
`;
