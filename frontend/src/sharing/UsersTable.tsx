import UserRoundPlus from 'lucide-react/icons/user-round-plus';
import { useState } from 'react';
import { graphql, usePaginationFragment } from 'react-relay/hooks';
import type { UsersTable_mailbox$key } from '../__generated__/UsersTable_mailbox.graphql';
import type { UsersTablePageQuery } from '../__generated__/UsersTablePageQuery.graphql';
import { useTranslation } from '../i18n/translation';
import { Button } from '../ui/Button';
import { NearEnd } from '../ui/NearEnd';
import { Toolbar } from '../ui/Page';
import { SearchField } from '../ui/SearchField';
import { useFilter } from '../ui/useFilter';
import { InviteDialog } from './InviteDialog';
import type { InviteState } from './inviteState';
import type { PresetDefinition } from './PermissionPicker';
import { knownPermissions } from './permissions';
import { StepUpProvider } from './StepUp';
import { UserRows } from './UserRows';
import { useFreshUsers } from './useFreshUsers';
import { NobodyFound, NobodyYet, NotSharable } from './usersNotes';

interface UsersTableProps {
  mailbox: UsersTable_mailbox$key;
  presets: readonly PresetDefinition[];
  viewer: { id: string; email: string };
}

const PAGE = 50; // rows asked for at a time

/** Everyone with access to an address and every pending invitation, in one table. */
export function UsersTable({ mailbox: mailboxRef, presets, viewer }: UsersTableProps) {
  const { t } = useTranslation();
  const page = usePaginationFragment<UsersTablePageQuery, UsersTable_mailbox$key>(fragment, mailboxRef);
  const mailbox = page.data;
  const [text, setText, isFinding] = useFilter((filter) => page.refetch({ filter: filter || null, count: PAGE }));
  const [invite, setInvite] = useState<Partial<InviteState> | null>(null);
  const { canInvite, users } = mailbox;
  const rows = users.edges.map(({ node }) => node);
  useFreshUsers({
    mailboxId: mailbox.id,
    cursor: mailbox.activityCursor,
    filter: text.trim(),
    loaded: rows.length,
  });

  const place = {
    mailboxId: mailbox.id,
    address: mailbox.address,
    organization: mailbox.organization.name,
    connectionId: users.__id,
    presets,
    givable: knownPermissions(mailbox.viewerPermissions),
    viewer,
    invite: setInvite,
  };
  const add = () => setInvite({});
  const isOnlyOwners = !page.hasNext && rows.every(({ member }) => member);
  return (
    <StepUpProvider account={viewer.email}>
      <Toolbar>
        <SearchField label={t('sharing.findPerson')} value={text} onValue={setText} />
        <Button
          kind="primary"
          icon={UserRoundPlus}
          onClick={add}
          disabledReason={canInvite.allowed ? undefined : (canInvite.reason ?? t('sharing.notSharable'))}
          reasonAs="tip"
        >
          {t('sharing.add')}
        </Button>
      </Toolbar>
      {!canInvite.allowed && <NotSharable code={canInvite.code} reason={canInvite.reason} wayOut={canInvite.wayOut} />}
      {rows.length > 0 && <UserRows rows={rows} place={place} isBusy={isFinding} />}
      {page.hasNext && <NearEnd key={rows.length} onNear={() => page.loadNext(PAGE)} />}
      {text === '' && isOnlyOwners && canInvite.allowed && <NobodyYet onAdd={add} />}
      {text !== '' && rows.length === 0 && <NobodyFound text={text} onClear={() => setText('')} />}
      {invite && (
        <InviteDialog
          mailbox={mailbox}
          start={invite}
          onClose={() => {
            setInvite(null);
            setText('');
          }}
        />
      )}
    </StepUpProvider>
  );
}

const fragment = graphql`
  fragment UsersTable_mailbox on Mailbox
  @refetchable(queryName: "UsersTablePageQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 50 }, cursor: { type: "Cursor" }, filter: { type: "String" }) {
    id
    address
    activityCursor
    # For the page around the table: its count follows the rows.
    userCount
    pendingInvitationCount
    organization {
      name
    }
    viewerPermissions
    canInvite {
      allowed
      code
      reason
      wayOut
    }
    ...InviteDialog_mailbox
    users(first: $count, after: $cursor, filter: $filter) @connection(key: "UsersTable_users", filters: ["filter"]) {
      __id
      edges {
        node {
          ... on Node {
            id
          }
          ...MemberRow_member @alias(as: "member")
          ...GrantRow_grant @alias(as: "grant")
          ...InvitationRow_invitation @alias(as: "invitation")
        }
      }
    }
  }
`;
