import { graphql } from 'react-relay/hooks';
import type { useDeleteThreadsMutation } from '../../__generated__/useDeleteThreadsMutation.graphql';
import { useAct } from '../../api/useAct';
import { placeThreads } from '../live/threads';
import { moveBeforeItsTime } from './moveBeforeItsTime';
import type { Moved } from './useMoveThreads';

/** Moves whole threads to the trash, shown at once; what lies there already is deleted for good. */
export function useDeleteThreads(mailboxId: string, trashId: string | undefined) {
  const [act] = useAct<useDeleteThreadsMutation>(mutation);
  return async (threads: readonly string[]): Promise<Moved> => {
    const { deleteMessages } = await act(
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
  };
}

const mutation = graphql`
  mutation useDeleteThreadsMutation($input: DeleteMessagesInput!) {
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
