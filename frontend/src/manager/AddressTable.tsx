import Inbox from 'lucide-react/icons/inbox';
import SearchX from 'lucide-react/icons/search-x';
import { graphql, usePaginationFragment } from 'react-relay/hooks';
import type { AddressTable_service$key } from '../__generated__/AddressTable_service.graphql';
import type { AddressTablePageQuery } from '../__generated__/AddressTablePageQuery.graphql';
import { useTranslation } from '../i18n/translation';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { NearEnd } from '../ui/NearEnd';
import { Toolbar } from '../ui/Page';
import { SearchField } from '../ui/SearchField';
import { Table } from '../ui/Table';
import { useFilter } from '../ui/useFilter';
import { AddressRow } from './AddressRow';

interface AddressTableProps {
  service: AddressTable_service$key;
  organizationId: string;
}

const PAGE = 50; // rows asked for at a time

/** Every address of a mail service: who may use it, how many are invited, its last mail and size. */
export function AddressTable({ service: serviceRef, organizationId }: AddressTableProps) {
  const { t } = useTranslation();
  const page = usePaginationFragment<AddressTablePageQuery, AddressTable_service$key>(fragment, serviceRef);
  const [text, setText, isFinding] = useFilter((filter) => page.refetch({ filter: filter || null, count: PAGE }));
  const rows = page.data.mailboxes.edges?.flatMap((edge) => (edge?.node ? [edge.node] : [])) ?? [];
  return (
    <>
      <Toolbar>
        <SearchField label={t('manager.findAddress')} value={text} onValue={setText} />
      </Toolbar>
      {rows.length > 0 && (
        <Table
          label={t('manager.addresses')}
          busy={isFinding}
          head={
            <>
              <th scope="col">{t('manager.address')}</th>
              <th scope="col">{t('manager.people')}</th>
              <th scope="col">{t('manager.invitations')}</th>
              <th scope="col">{t('manager.lastMail')}</th>
              <th scope="col" data-number>
                {t('manager.used')}
              </th>
              <th scope="col">
                <span className="spoken">{t('sharing.more')}</span>
              </th>
            </>
          }
        >
          {rows.map((mailbox) => (
            <AddressRow key={mailbox.id} mailbox={mailbox} organizationId={organizationId} serviceId={page.data.id} />
          ))}
        </Table>
      )}
      {page.hasNext && <NearEnd key={rows.length} onNear={() => page.loadNext(PAGE)} />}
      {rows.length === 0 && text === '' && <EmptyState icon={Inbox} title={t('manager.noAddress')} />}
      {rows.length === 0 && text !== '' && (
        <EmptyState
          icon={SearchX}
          title={t('manager.noAddressMatches', { text })}
          action={<Button onClick={() => setText('')}>{t('manager.showAll')}</Button>}
        />
      )}
    </>
  );
}

const fragment = graphql`
  fragment AddressTable_service on MailService
  @refetchable(queryName: "AddressTablePageQuery")
  @argumentDefinitions(
    count: { type: "Int", defaultValue: 50 }
    cursor: { type: "Cursor" }
    filter: { type: "String" }
  ) {
    id
    mailboxes(first: $count, after: $cursor, filter: $filter)
      @connection(key: "AddressTable_mailboxes", filters: ["filter"]) {
      edges {
        node {
          id
          ...AddressRow_mailbox
        }
      }
    }
  }
`;
