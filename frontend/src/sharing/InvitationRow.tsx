import Clock from 'lucide-react/icons/clock';
import Mail from 'lucide-react/icons/mail';
import MailX from 'lucide-react/icons/mail-x';
import { useRef } from 'react';
import { graphql, useFragment } from 'react-relay/hooks';
import type { InvitationRow_invitation$key } from '../__generated__/InvitationRow_invitation.graphql';
import { asRefusal } from '../api/refusal';
import { daysBetween } from '../i18n/format';
import { useTranslation } from '../i18n/translation';
import { Chip } from '../ui/Chip';
import { PendingFace, Person } from '../ui/Face';
import { showToast } from '../ui/toast';
import { AccessTiles } from './AccessTiles';
import { GivenBy, Until } from './cells';
import { InvitationDelivery } from './InvitationDelivery';
import { SHARING } from './news';
import { knownPermissions } from './permissions';
import { RowMenu } from './RowMenu';
import { isRecent, leaveRow } from './rowFocus';
import { useStepUp } from './StepUp';
import type { TablePlace } from './tablePlace';
import { useDeleteInvitation } from './useDeleteInvitation';
import { usePermissionChange } from './usePermissionChange';
import { useSharingRefusal } from './useSharingRefusal';
import { useUpdateInvitation } from './useUpdateInvitation';

interface InvitationRowProps {
  invitation: InvitationRow_invitation$key;
  place: TablePlace;
}

/** Somebody who is invited and has not accepted yet. */
export function InvitationRow({ invitation: invitationRef, place }: InvitationRowProps) {
  const invitation = useFragment(fragment, invitationRef);
  const { t } = useTranslation();
  const say = useSharingRefusal();
  const row = useRef<HTMLTableRowElement>(null);
  const withStepUp = useStepUp();
  const update = useUpdateInvitation(invitation.id);
  const [withdraw, withdrawing] = useDeleteInvitation(place);
  const { address } = place;
  const name = invitation.email ?? t('sharing.linkWithoutName');
  const permissions = knownPermissions(invitation.permissions);
  const change = usePermissionChange({ name, address, permissions, update });
  const reason = invitation.canUpdate.allowed ? null : (invitation.canUpdate.reason ?? t('sharing.cantChange'));

  const takeBack = async () => {
    const focusNext = leaveRow(row.current);
    try {
      await withStepUp(() => withdraw(invitation.id));
      focusNext();
      await showToast({ id: SHARING, icon: MailX, text: t('sharing.withdrawn', { name, address }) });
    } catch (thrown) {
      await showToast({ id: SHARING, text: say(asRefusal(thrown)) });
    }
  };

  return (
    <tr ref={row} data-leaving={withdrawing || undefined} data-new={isRecent(invitation.createdAt) || undefined}>
      <td data-main>
        <Person face={<PendingFace icon={Mail} />} name={name} detail={<InvitationDelivery {...invitation} />} />
      </td>
      <td>
        <Chip tone="warning" icon={Clock}>
          {t('sharing.pending', { count: Math.max(0, daysBetween(new Date(), new Date(invitation.linkExpiresAt))) })}
        </Chip>
      </td>
      <td data-permissions>
        <AccessTiles
          name={name}
          address={address}
          organization={place.organization}
          permissions={permissions}
          givable={place.givable}
          disabledReason={reason}
          onChange={change}
        />
      </td>
      <Until at={invitation.grantExpiresAt} by={invitation.invitedBy?.name} />
      <GivenBy name={invitation.invitedBy?.name} at={invitation.createdAt} />
      <td data-extra data-empty className="muted">
        –
      </td>
      <td data-more>
        <RowMenu
          name={name}
          copied={invitation.email}
          place={place}
          terms={{
            permissions,
            expiresAt: invitation.grantExpiresAt ?? null,
            requiresSecondFactor: invitation.requiresSecondFactor,
          }}
          update={update}
          changeReason={reason}
          remove={{ label: t('sharing.withdraw'), icon: MailX, reason, act: () => void takeBack() }}
        />
      </td>
    </tr>
  );
}

const fragment = graphql`
  fragment InvitationRow_invitation on Invitation {
    id
    email
    bound
    permissions
    linkExpiresAt: expiresAt
    grantExpiresAt
    requiresSecondFactor
    invitedBy {
      name
    }
    createdAt
    sentAt
    canUpdate {
      allowed
      reason
    }
  }
`;
