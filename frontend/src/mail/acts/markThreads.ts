import { graphql } from 'react-relay/hooks';
import type { Environment, RecordSourceProxy } from 'relay-runtime';
import type { markThreadsMutation } from '../../__generated__/markThreadsMutation.graphql';
import { commit } from '../../api/commit';
import { placeThreads } from '../live/threads';
import { countUnread, foldersOf } from './counts';

export interface Marks {
  seen?: boolean;
  starred?: boolean;
}

/** Which: whole threads, or single messages, as when a mark is undone. */
export type Selection = { threads: readonly string[] } | { messages: readonly string[] };

/** Marks as seen or starred, shown at once. It answers with the messages that were marked. */
export async function markThreads(
  environment: Environment,
  mailboxId: string,
  selection: Selection,
  marks: Marks,
): Promise<string[]> {
  const threadIds = 'threads' in selection ? selection.threads : [];
  const { markMessages } = await commit<markThreadsMutation>(
    environment,
    mutation,
    { input: { ...selection, ...marks } },
    {
      optimisticUpdater: (store) => {
        for (const id of threadIds) markThread(store, id, marks);
        placeThreads(store, { mailboxId, threadIds });
      },
      updater: (store, data) => {
        const changed = data?.markMessages.threads.map(({ id }) => id) ?? [];
        placeThreads(store, { mailboxId, threadIds: changed });
      },
    },
  );
  return markMessages.messages.map(({ id }) => id);
}

function markThread(store: RecordSourceProxy, id: string, { seen, starred }: Marks): void {
  const thread = store.get(id);
  if (!thread) return;
  const messages = thread.getLinkedRecords('messages') ?? [];
  if (seen !== undefined) {
    const before = Number(thread.getValue('unread') ?? 0);
    const after = seen ? 0 : Number(thread.getValue('messageCount') ?? 1);
    thread.setValue(after, 'unread');
    for (const message of messages) message.setValue(seen, 'seen');
    const [folder] = foldersOf(store, thread);
    countUnread(folder, after - before);
  }
  if (starred !== undefined) {
    thread.setValue(starred, 'starred');
    for (const message of messages) message.setValue(starred, 'starred');
  }
}

const mutation = graphql`
  mutation markThreadsMutation($input: MarkMessagesInput!) {
    markMessages(input: $input) {
      messages {
        id
        seen
        starred
        mailbox {
          id
        }
      }
      threads {
        id
        unread
        starred
        folderIds
        lastMessageAt
        mailbox {
          id
        }
      }
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
