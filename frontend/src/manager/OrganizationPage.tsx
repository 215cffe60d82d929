import Mails from 'lucide-react/icons/mails';
import { graphql, useLazyLoadQuery } from 'react-relay/hooks';
import { Link, Redirect } from 'wouter';
import type { OrganizationPageQuery } from '../__generated__/OrganizationPageQuery.graphql';
import { href } from '../href';
import { useTranslation } from '../i18n/translation';
import { Breadcrumb } from '../ui/Breadcrumb';
import { ButtonLink } from '../ui/ButtonLink';
import { EmptyState } from '../ui/EmptyState';
import { PageHead } from '../ui/Page';
import { Table } from '../ui/Table';
import { NotHere } from './NotHere';

/** The mail services of an organization; when there is one, that one. */
export function OrganizationPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const { node: organization } = useLazyLoadQuery<OrganizationPageQuery>(query, { id });
  if (!organization?.name || !organization.canAdminister) return <NotHere />;
  const { name, canAdminister } = organization;
  if (!canAdminister.allowed) return <NotHere reason={canAdminister.reason} />;
  const services = organization.mailServices?.edges?.flatMap((edge) => (edge?.node ? [edge.node] : [])) ?? [];
  const [first] = services;
  if (first && services.length === 1) {
    return <Redirect to={href.mailService({ organization: id, service: first.id })} replace />;
  }
  return (
    <>
      <Breadcrumb steps={[{ name }]} />
      <PageHead title={name} subtitle={t('manager.servicesCount', { count: services.length })} />
      {first ? (
        <Table
          label={t('manager.mailServices')}
          head={
            <>
              <th scope="col">{t('manager.mailService')}</th>
              <th scope="col">{t('manager.domains')}</th>
              <th scope="col" data-number>
                {t('manager.addresses')}
              </th>
            </>
          }
        >
          {services.map((service) => (
            <tr key={service.id}>
              <td data-main>
                <Link className="name" href={href.mailService({ organization: id, service: service.id })}>
                  {service.name}
                </Link>
              </td>
              <td className="muted">{service.domains.join(', ')}</td>
              <td data-label={t('manager.addresses')} data-number className="muted">
                {service.mailboxes.totalCount}
              </td>
            </tr>
          ))}
        </Table>
      ) : (
        <EmptyState
          icon={Mails}
          title={t('manager.noService')}
          action={<ButtonLink href={href.mail()}>{t('ui.goToMail')}</ButtonLink>}
        >
          {t('manager.noServiceHelp')}
        </EmptyState>
      )}
    </>
  );
}

const query = graphql`
  query OrganizationPageQuery($id: ID!) {
    node(id: $id) {
      ... on Organization {
        name
        canAdminister {
          allowed
          reason
        }
        mailServices(first: 100) {
          edges {
            node {
              id
              name
              domains
              mailboxes(first: 1) {
                totalCount
              }
            }
          }
        }
      }
    }
  }
`;
