import { graphql, useFragment } from 'react-relay/hooks';
import type { MemberRow_member$key } from '../__generated__/MemberRow_member.graphql';
import { useTranslation } from '../i18n/translation';
import { Chip } from '../ui/Chip';
import { Face, Person } from '../ui/Face';

/** An owner or admin of the organization: everything, and nothing to change here. */
export function MemberRow({ member: memberRef, viewerId }: { member: MemberRow_member$key; viewerId: string }) {
  const { user, role } = useFragment(fragment, memberRef);
  const { t } = useTranslation();
  const isOwner = role === 'OWNER';
  return (
    <tr>
      <td data-main>
        <Person
          face={<Face name={user.name} tintBy={user.email} />}
          name={
            <>
              {user.name} {user.id === viewerId && <span className="muted">{t('sharing.you')}</span>}
            </>
          }
          detail={user.email}
        />
      </td>
      <td>
        <Chip tone="accent">{t(isOwner ? 'sharing.owner' : 'sharing.admin')}</Chip>
      </td>
      <td data-permissions className="muted">
        {t(isOwner ? 'sharing.everythingAsOwner' : 'sharing.everythingAsAdmin')}
      </td>
      <td data-empty className="muted">
        <span aria-hidden="true">–</span>
        <span className="spoken">{t('sharing.noEnd')}</span>
      </td>
      <td data-extra data-empty className="muted">
        –
      </td>
      <td data-extra data-empty className="muted">
        –
      </td>
      <td data-empty />
    </tr>
  );
}

const fragment = graphql`
  fragment MemberRow_member on Member {
    role
    user {
      id
      name
      email
    }
  }
`;
