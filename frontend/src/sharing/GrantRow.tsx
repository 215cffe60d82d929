import UserRoundX from 'lucide-react/icons/user-round-x';
import { useRef } from 'react';
import { graphql, useFragment } from 'react-relay/hooks';
import type { GrantRow_grant$key } from '../__generated__/GrantRow_grant.graphql';
import { asRefusal } from '../api/refusal';
import { useTranslation } from '../i18n/translation';
import { Chip } from '../ui/Chip';
import { Face, Person } from '../ui/Face';
import { Time } from '../ui/Time';
import { showToast } from '../ui/toast';
import { AccessTiles } from './AccessTiles';
import { FoldedLastUsed, GivenBy, Until } from './cells';
import { dayOf } from './endDate';
import { GrantStateChip } from './GrantStateChip';
import { SHARING } from './news';
import { knownPermissions } from './permissions';
import { RowMenu } from './RowMenu';
import { isRecent, leaveRow } from './rowFocus';
import { useStepUp } from './StepUp';
import type { TablePlace } from './tablePlace';
import { within } from './tiles';
import { usePermissionChange } from './usePermissionChange';
import { useRevokeGrant } from './useRevokeGrant';
import { useSharingRefusal } from './useSharingRefusal';
import { useUpdateGrant } from './useUpdateGrant';

/** Somebody with access: what they may do, until when, and how to change it. */
export function GrantRow({ grant: grantRef, place }: { grant: GrantRow_grant$key; place: TablePlace }) {
  const grant = useFragment(fragment, grantRef);
  const { t } = useTranslation();
  const say = useSharingRefusal();
  const row = useRef<HTMLTableRowElement>(null);
  const withStepUp = useStepUp();
  const update = useUpdateGrant(grant.id);
  const [revoke, revoking] = useRevokeGrant(place);
  const { address } = place;
  const { name, email } = grant.user;
  const permissions = knownPermissions(grant.permissions);
  const changeReason = grant.canUpdate.allowed ? null : (grant.canUpdate.reason ?? t('sharing.cantChange'));
  const change = usePermissionChange({ name, address, permissions, update });

  const giveAgain = () =>
    place.invite({
      step: 'what',
      ...(grant.external
        ? { kind: 'new', email, bound: true }
        : { kind: 'member', member: { id: grant.user.id, name, email } }),
      permissions: within(permissions, place.givable),
      secondFactor: grant.requiresSecondFactor,
      until: grant.expiresAt && new Date(grant.expiresAt) > new Date() ? dayOf(new Date(grant.expiresAt)) : null,
    });
  const takeBack = async () => {
    const focusNext = leaveRow(row.current);
    try {
      await withStepUp(() => revoke(grant.id));
      focusNext();
      await showToast({
        id: SHARING,
        icon: UserRoundX,
        text: t('sharing.revoked', { name, address }),
        action: { label: t('sharing.giveAgain'), onSelect: giveAgain },
      });
    } catch (thrown) {
      await showToast({ id: SHARING, text: say(asRefusal(thrown)) });
    }
  };

  return (
    <tr ref={row} data-leaving={revoking || undefined} data-new={isRecent(grant.givenAt) || undefined}>
      <td data-main>
        <Person
          face={<Face name={name} tintBy={email} />}
          name={
            <>
              {name} {grant.external && <Chip>{t('sharing.external')}</Chip>}
            </>
          }
          detail={email}
        />
      </td>
      <td>
        <GrantStateChip state={grant.state} startsAt={grant.startsAt} hasFactor={grant.userHasSecondFactor} />
        <FoldedLastUsed at={grant.lastUsedAt} />
      </td>
      <td data-permissions>
        <AccessTiles
          name={name}
          address={address}
          organization={place.organization}
          permissions={permissions}
          givable={place.givable}
          disabledReason={changeReason}
          onChange={change}
        />
      </td>
      <Until at={grant.expiresAt} by={grant.givenBy?.name} />
      <GivenBy name={grant.givenBy?.name} at={grant.givenAt} />
      <td data-extra data-label={t('sharing.lastUsed')} data-empty={!grant.lastUsedAt || undefined} className="muted">
        {grant.lastUsedAt ? <Time at={grant.lastUsedAt} /> : '–'}
      </td>
      <td data-more>
        <RowMenu
          name={name}
          copied={email}
          place={place}
          terms={{
            permissions,
            expiresAt: grant.expiresAt ?? null,
            requiresSecondFactor: grant.requiresSecondFactor,
          }}
          update={update}
          changeReason={changeReason}
          remove={{
            label: t('sharing.revoke'),
            icon: UserRoundX,
            reason: grant.canRevoke.allowed ? null : grant.canRevoke.reason,
            act: () => void takeBack(),
          }}
        />
      </td>
    </tr>
  );
}

const fragment = graphql`
  fragment GrantRow_grant on Grant {
    id
    user {
      id
      name
      email
    }
    permissions
    state
    startsAt
    expiresAt
    requiresSecondFactor
    userHasSecondFactor
    external
    givenBy {
      name
    }
    givenAt
    lastUsedAt
    canUpdate {
      allowed
      reason
    }
    canRevoke {
      allowed
      reason
    }
  }
`;
