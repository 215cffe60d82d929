import { graphql } from 'react-relay/hooks';
import type { Environment } from 'relay-runtime';
import type { deleteThreadsMutation } from '../../__generated__/deleteThreadsMutation.graphql';
import { commit } from '../../api/commit';
import { placeThreads } from '../live/threads';
import { moveBeforeItsTime } from './moveBeforeItsTime';
import type { Moved } from './moveThreads';

/** Moves whole threads to the trash, shown at once; what lies there already is deleted for good. */
export async function deleteThreads(
  environment: Environment,
  mailboxId: string,
  threads: readonly string[],
  trashId: string | undefined,
): Promise<Moved> {
  const { deleteMessages } = await commit<deleteThreadsMutation>(
    environment,
    mutation,
    { input: { threads } },
    {
      optimisticUpdater: (store) => {
        const lies = (id: string) => (store.get(id)?.getValue('folderIds') as string[] | undefined) ?? [];
        const gone = threads.filter((id) => lies(id).every((folder) => folder === trashId));
        const kept = threads.filter((id) => !gone.includes(id));
        if (trashId) moveBeforeItsTime(store, { mailboxId, threadIds: kept, folderId: trashId });
        placeThreads(store, { mailboxId, threadIds: [], goneIds: gone });
      },
      updater: (store, data) => {
        if (!data) return;
        const { threads: changed, goneThreadIds } = data.deleteMessages;
        placeThreads(store, { mailboxId, threadIds: changed.map(({ id }) => id), goneIds: goneThreadIds });
      },
    },
  );
  return deleteMessages.moved;
}

const mutation = graphql`
  mutation deleteThreadsMutation($input: DeleteMessagesInput!) {
    deleteMessages(input: $input) {
      moved {
        messageId
        fromFolderId
      }
      goneThreadIds
      threads {
        id
        folderIds
        lastMessageAt
        ...ThreadRow_thread
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
