import { useMemo } from 'react';
import { graphql, useSubscription } from 'react-relay/hooks';
import type { GraphQLSubscriptionConfig } from 'relay-runtime';
import type {
  useMailboxActivitySubscription,
  useMailboxActivitySubscription$data,
} from '../../__generated__/useMailboxActivitySubscription.graphql';
import { placeThreads } from './threads';

export type MailboxEvent = useMailboxActivitySubscription$data['mailboxActivity'];

interface Options {
  mailboxId: string;
  /** The cursor that was read with the mailbox. */
  after: string;
  onEvent: (event: MailboxEvent) => void;
  onError: () => void;
}

/** Keeps an open mailbox as it is on the server: arrivals, marks, moves and deletions of everybody. */
export function useMailboxActivity({ mailboxId, after, onEvent, onError }: Options): void {
  const config = useMemo<GraphQLSubscriptionConfig<useMailboxActivitySubscription>>(
    () => ({
      subscription,
      variables: { mailbox: mailboxId, after },
      updater: (store, data) => {
        if (!data) return;
        const { threads, goneThreadIds } = data.mailboxActivity;
        placeThreads(store, { mailboxId, threadIds: threads.map(({ id }) => id), goneIds: goneThreadIds });
      },
      onNext: (data) => data && onEvent(data.mailboxActivity),
      onError,
    }),
    [mailboxId, after, onEvent, onError],
  );
  useSubscription(config);
}

// Each selects its mailbox, so that nothing of it outlives its purge.
const subscription = graphql`
  subscription useMailboxActivitySubscription($mailbox: ID!, $after: Cursor) {
    mailboxActivity(mailbox: $mailbox, after: $after) {
      cursor
      kind
      at
      mailboxId
      messages {
        id
        seen
        starred
        folder {
          id
          mailbox {
            id
          }
        }
        mailbox {
          id
        }
      }
      threads {
        id
        folderIds
        lastMessageAt
        starred
        ...ThreadRow_thread
        mailbox {
          id
        }
      }
      goneThreadIds
      folders {
        id
        total
        unread
        mailbox {
          id
          unread
        }
      }
    }
  }
`;
