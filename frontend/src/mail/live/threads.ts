import { ConnectionHandler, type RecordProxy, type RecordSourceProxy } from 'relay-runtime';

/** The keys under which lists of threads stand in the store. */
export const FOLDER_THREADS = 'FolderThreads_threads';
const STARRED_THREADS = 'StarredThreads_starred';

interface Change {
  mailboxId: string;
  /** Threads as they are now. */
  threadIds: readonly string[];
  /** Threads that are gone, wholly. */
  goneIds?: readonly string[];
}

/**
 * Brings the lists of a mailbox in line with what became of some of its
 * threads: each stands in the lists of the folders its messages lie in, at its
 * place by time, and in no other.
 */
export function placeThreads(store: RecordSourceProxy, { mailboxId, threadIds, goneIds = [] }: Change): void {
  const mailbox = store.get(mailboxId);
  if (!mailbox) return;
  const threads = threadIds.flatMap((id) => store.get(id) ?? []);
  for (const folder of mailbox.getLinkedRecords('folders') ?? []) {
    const list = ConnectionHandler.getConnection(folder, FOLDER_THREADS);
    if (!list) continue;
    for (const thread of threads) {
      const lies = (thread.getValue('folderIds') as string[] | undefined)?.includes(folder.getDataID());
      place(store, list, thread, lies === true);
    }
    for (const id of goneIds) remove(list, id);
  }
  const starred = ConnectionHandler.getConnection(mailbox, STARRED_THREADS);
  if (starred) {
    for (const thread of threads) place(store, starred, thread, thread.getValue('starred') === true);
    for (const id of goneIds) remove(starred, id);
  }
  for (const id of goneIds) store.delete(id);
}

type List = RecordProxy;

const nodeId = (edge: RecordProxy): string | undefined => edge.getLinkedRecord('node')?.getDataID();

function remove(list: List, id: string): void {
  const edges = list.getLinkedRecords('edges') ?? [];
  if (!edges.some((edge) => nodeId(edge) === id)) return;
  list.setLinkedRecords(
    edges.filter((edge) => nodeId(edge) !== id),
    'edges',
  );
}

function place(store: RecordSourceProxy, list: List, thread: RecordProxy, belongs: boolean): void {
  const id = thread.getDataID();
  const edges = list.getLinkedRecords('edges') ?? [];
  const others = edges.filter((edge) => nodeId(edge) !== id);
  const at = belongs ? others.findIndex((edge) => isNewer(thread, edge.getLinkedRecord('node'))) : -1;
  const atEnd = belongs && at < 0 && list.getLinkedRecord('pageInfo')?.getValue('hasNextPage') !== true;
  if (at < 0 && !atEnd) {
    // Not of this list, or below what has been read of it: it comes with a later page.
    if (others.length !== edges.length) list.setLinkedRecords(others, 'edges');
    return;
  }
  const index = at < 0 ? others.length : at;
  if (edges[index] && nodeId(edges[index]) === id) return; // it stands where it belongs
  const known = edges.find((edge) => nodeId(edge) === id);
  const edge = known ?? ConnectionHandler.createEdge(store, list, thread, 'ThreadEdge');
  if (!known) edge.setValue('', 'cursor');
  list.setLinkedRecords([...others.slice(0, index), edge, ...others.slice(index)], 'edges');
}

/** Newest first; of the same instant the greater id, as the server lists them. */
function isNewer(thread: RecordProxy, other: RecordProxy | null | undefined): boolean {
  if (!other) return true;
  const [mine, theirs] = [thread, other].map((record) => Date.parse(String(record.getValue('lastMessageAt'))));
  if (mine === theirs) return thread.getDataID() > other.getDataID();
  return (mine ?? 0) > (theirs ?? 0);
}
