import type { UsersTable_mailbox$data } from '../__generated__/UsersTable_mailbox.graphql';
import { useTranslation } from '../i18n/translation';
import { Table } from '../ui/Table';
import { GrantRow } from './GrantRow';
import { InvitationRow } from './InvitationRow';
import { MemberRow } from './MemberRow';
import type { TablePlace } from './tablePlace';

type Row = UsersTable_mailbox$data['users']['edges'][number]['node'];

/** The rows of people and invitations under their heads. */
export function UserRows({ rows, place, isBusy }: { rows: readonly Row[]; place: TablePlace; isBusy: boolean }) {
  const { t } = useTranslation();
  return (
    <Table
      label={t('sharing.usersOf', { address: place.address })}
      busy={isBusy}
      head={
        <>
          <th scope="col">{t('sharing.person')}</th>
          <th scope="col">{t('sharing.state')}</th>
          <th scope="col">{t('sharing.permissions')}</th>
          <th scope="col">{t('sharing.until')}</th>
          <th scope="col" data-extra>
            {t('sharing.givenBy')}
          </th>
          <th scope="col" data-extra>
            {t('sharing.lastUsed')}
          </th>
          <th scope="col">
            <span className="spoken">{t('sharing.more')}</span>
          </th>
        </>
      }
    >
      {rows.map(({ id, member, grant, invitation }) => {
        if (member) return <MemberRow key={id} member={member} viewerId={place.viewer.id} />;
        if (grant) return <GrantRow key={id} grant={grant} place={place} />;
        return invitation && <InvitationRow key={id} invitation={invitation} place={place} />;
      })}
    </Table>
  );
}
