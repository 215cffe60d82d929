import { graphql } from 'react-relay/hooks';
import type { useMoveThreadsMutation } from '../../__generated__/useMoveThreadsMutation.graphql';
import { useAct } from '../../api/useAct';
import { placeThreads } from '../live/threads';
import { moveBeforeItsTime } from './moveBeforeItsTime';
import type { Selection } from './useMarkThreads';

/** Where messages lay before: for undo. */
export type Moved = readonly { readonly messageId: string; readonly fromFolderId: string }[];

/** Moves to another folder, shown at once. It answers with where each message was. */
export function useMoveThreads(mailboxId: string) {
  const [act] = useAct<useMoveThreadsMutation>(mutation);
  return async (selection: Selection, folder: string): Promise<Moved> => {
    const threadIds = 'threads' in selection ? selection.threads : [];
    const { moveMessages } = await act(
      { input: { ...selection, folder } },
      {
        optimisticUpdater: (store) => moveBeforeItsTime(store, { mailboxId, threadIds, folderId: folder }),
        updater: (store, data) => {
          const changed = data?.moveMessages.threads.map(({ id }) => id) ?? [];
          placeThreads(store, { mailboxId, threadIds: changed });
        },
      },
    );
    return moveMessages.moved;
  };
}

const mutation = graphql`
  mutation useMoveThreadsMutation($input: MoveMessagesInput!) {
    moveMessages(input: $input) {
      moved {
        messageId
        fromFolderId
      }
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
