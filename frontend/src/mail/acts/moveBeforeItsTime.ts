import type { RecordSourceProxy } from 'relay-runtime';
import { placeThreads } from '../live/threads';
import { countUnread, foldersOf } from './counts';

/** Shows whole threads in another folder, before the server has said so. */
export function moveBeforeItsTime(
  store: RecordSourceProxy,
  move: { mailboxId: string; threadIds: readonly string[]; folderId: string },
): void {
  const target = store.get(move.folderId);
  for (const id of move.threadIds) {
    const thread = store.get(id);
    if (!thread) continue;
    const unread = Number(thread.getValue('unread') ?? 0);
    const [from] = foldersOf(store, thread).filter((folder) => folder.getDataID() !== move.folderId);
    countUnread(from, -unread);
    if (from) countUnread(target, unread);
    thread.setValue([move.folderId], 'folderIds');
  }
  placeThreads(store, move);
}
