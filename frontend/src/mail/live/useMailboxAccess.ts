import { useMemo } from 'react';
import { graphql, useSubscription } from 'react-relay/hooks';
import type { GraphQLSubscriptionConfig } from 'relay-runtime';
import type { useMailboxAccessSubscription } from '../../__generated__/useMailboxAccessSubscription.graphql';
import { listMailbox } from '../useMailboxes';
import type { AccessEvent } from './accessEvent';

interface Options {
  /** The cursor after which to begin; null: from now on. */
  after: string | null;
  /** A new number subscribes anew. */
  attempt: number;
  onEvent: (event: AccessEvent) => void;
  onError: () => void;
}

/** Hears every change of the viewer's access. */
export function useMailboxAccess({ after, attempt, onEvent, onError }: Options): void {
  const config = useMemo<GraphQLSubscriptionConfig<useMailboxAccessSubscription>>(() => {
    void attempt;
    return {
      subscription,
      variables: { after },
      updater: (store, data) => {
        if (data?.mailboxAccess.mailbox) listMailbox(store, data.mailboxAccess.mailboxId);
      },
      onNext: (data) => data && onEvent(data.mailboxAccess),
      onError,
    };
  }, [after, attempt, onEvent, onError]);
  useSubscription(config);
}

const subscription = graphql`
  subscription useMailboxAccessSubscription($after: Cursor) {
    mailboxAccess(after: $after) {
      cursor
      kind
      at
      actorName
      mailboxId
      address
      permissions
      reason
      mailbox {
        id
        address
        unread
        viewerPermissions
        organization {
          id
          name
        }
        viewerAccess {
          organization {
            id
            name
          }
          sharedBy {
            id
            name
          }
          until
        }
        canInvite {
          allowed
          code
          reason
          wayOut
        }
      }
    }
  }
`;
