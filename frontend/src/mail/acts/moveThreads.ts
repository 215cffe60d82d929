import { graphql } from 'react-relay/hooks';
import type { Environment } from 'relay-runtime';
import type { moveThreadsMutation } from '../../__generated__/moveThreadsMutation.graphql';
import { commit } from '../../api/commit';
import { placeThreads } from '../live/threads';
import type { Selection } from './markThreads';
import { moveBeforeItsTime } from './moveBeforeItsTime';

/** Where messages lay before: for undo. */
export type Moved = readonly { readonly messageId: string; readonly fromFolderId: string }[];

/** Moves to another folder, shown at once. It answers with where each message was. */
export async function moveThreads(
  environment: Environment,
  mailboxId: string,
  selection: Selection,
  folder: string,
): Promise<Moved> {
  const threadIds = 'threads' in selection ? selection.threads : [];
  const { moveMessages } = await commit<moveThreadsMutation>(
    environment,
    mutation,
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
}

const mutation = graphql`
  mutation moveThreadsMutation($input: MoveMessagesInput!) {
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
