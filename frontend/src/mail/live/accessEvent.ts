import type { useMailboxAccessSubscription$data } from '../../__generated__/useMailboxAccessSubscription.graphql';
import type { Ended } from './access';

export type AccessEvent = useMailboxAccessSubscription$data['mailboxAccess'];

/** What an event means for the one who sees it. */
export type Meaning = 'arrived' | 'changed' | 'ended';

/**
 * Judged by what the viewer may do now, not by the kind alone: a grant that is
 * taken back from an owner changes little, and a replayed revocation of a
 * mailbox that was given again since ends nothing.
 */
export function meaningOf({
  kind,
  mailbox,
  permissions,
}: Pick<AccessEvent, 'kind' | 'mailbox' | 'permissions'>): Meaning {
  if (!mailbox || !permissions.includes('READ')) return 'ended';
  return kind === 'GRANTED' ? 'arrived' : 'changed';
}

type Told = Pick<AccessEvent, 'kind' | 'at' | 'actorName' | 'reason'>;

export const endOf = ({ kind, at, actorName, reason }: Told): Ended => ({
  kind: kind === 'LEFT' || kind === 'EXPIRED' ? kind : 'REVOKED',
  at,
  actorName: actorName ?? null,
  forFactor: reason === 'SECOND_FACTOR',
});
