import { useMemo } from 'react';
import { graphql, useSubscription } from 'react-relay/hooks';
import type { GraphQLSubscriptionConfig } from 'relay-runtime';
import type { UnreadCountsSubscription } from '../../__generated__/UnreadCountsSubscription.graphql';

const MOST = 30; // mailboxes that are followed: more than anybody looks at, few enough for a socket

/** Keeps the unread counts of the mailboxes that are not open. */
export function UnreadCounts({ mailboxIds, except }: { mailboxIds: readonly string[]; except: string | undefined }) {
  return mailboxIds
    .filter((id) => id !== except)
    .slice(0, MOST)
    .map((id) => <UnreadCount key={id} mailboxId={id} />);
}

function UnreadCount({ mailboxId }: { mailboxId: string }) {
  const config = useMemo<GraphQLSubscriptionConfig<UnreadCountsSubscription>>(
    // A count that can't be followed stays as it was read; there is nothing to tell.
    () => ({ subscription, variables: { mailbox: mailboxId }, onError: () => undefined }),
    [mailboxId],
  );
  useSubscription(config);
  return null;
}

// Every event carries the counts as they are now, so that none before it is needed.
const subscription = graphql`
  subscription UnreadCountsSubscription($mailbox: ID!, $after: Cursor) {
    mailboxActivity(mailbox: $mailbox, after: $after) {
      cursor
      folders {
        id
        unread
        mailbox {
          id
          unread
        }
      }
    }
  }
`;
