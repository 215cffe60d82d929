import { fetchQuery } from 'react-relay/hooks';
import { ConnectionHandler, commitLocalUpdate, type Environment } from 'relay-runtime';
import { beforeEach, expect, test, vi } from 'vitest';
import type { FolderThreadsQuery } from '../../__generated__/FolderThreadsQuery.graphql';
import type { useOpenMailboxQuery } from '../../__generated__/useOpenMailboxQuery.graphql';
import { createEnvironment } from '../../api/environment';
import { folderThreadsQuery } from '../list/FolderThreads';
import { openMailboxQuery } from '../useOpenMailbox';
import { FOLDER_THREADS, placeThreads } from './threads';
import { folderAnswer, mailboxAnswer, minute } from './world';

let environment: Environment;
const fetched = vi.fn<typeof fetch>();

/** The threads of a folder's list, as they stand in the store. */
function lists(folder: string): string[] {
  let ids: string[] | undefined;
  commitLocalUpdate(environment, (store) => {
    const list = ConnectionHandler.getConnection(store.get(folder) as never, FOLDER_THREADS);
    ids = list?.getLinkedRecords('edges')?.map((edge) => edge.getLinkedRecord('node')?.getDataID() ?? '');
  });
  return ids ?? [];
}

/** A thread as an event brings it, then the lists brought in line. */
const happens = (id: string, change: { at?: string; in: string[]; gone?: boolean }) =>
  commitLocalUpdate(environment, (store) => {
    const thread = store.get(id) ?? store.create(id, 'Thread');
    thread.setValue(id, 'id');
    if (change.at) thread.setValue(change.at, 'lastMessageAt');
    thread.setValue(change.in, 'folderIds');
    placeThreads(store, { mailboxId: 'box', threadIds: change.gone ? [] : [id], goneIds: change.gone ? [id] : [] });
  });

const open = async (hasMore: boolean) => {
  fetched.mockResolvedValueOnce(Response.json(mailboxAnswer()));
  await fetchQuery<useOpenMailboxQuery>(environment, openMailboxQuery, { address: 'info@acme.example' }).toPromise();
  for (const [role, ids] of [
    ['INBOX', ['c', 'b', 'a']],
    ['ARCHIVE', ['y', 'x']],
  ] as const) {
    fetched.mockResolvedValueOnce(Response.json(folderAnswer(role, ids, hasMore)));
    const variables = { address: 'info@acme.example', role, folder: null };
    await fetchQuery<FolderThreadsQuery>(environment, folderThreadsQuery, variables).toPromise();
  }
};

beforeEach(() => {
  vi.stubGlobal('fetch', fetched);
  fetched.mockReset();
  environment = createEnvironment({ onUnauthenticated: () => undefined });
});

test('new mail stands on top of its folder, and nowhere else', async () => {
  await open(false);
  happens('new', { at: minute(9), in: ['inbox'] });
  expect(lists('inbox')).toEqual(['new', 'c', 'b', 'a']);
  expect(lists('archive')).toEqual(['y', 'x']);
});

test('an answer lifts its thread, once', async () => {
  await open(false);
  happens('a', { at: minute(9), in: ['inbox'] });
  happens('a', { at: minute(9), in: ['inbox'] });
  expect(lists('inbox')).toEqual(['a', 'c', 'b']);
});

test('a thread that is archived by somebody changes lists, at its place by time', async () => {
  await open(false);
  happens('b', { in: ['archive'] });
  expect(lists('inbox')).toEqual(['c', 'a']);
  expect(lists('archive')).toEqual(['y', 'b', 'x']);
});

test('what is older than all that was read waits for its page', async () => {
  await open(true);
  happens('old', { at: minute(-50), in: ['inbox'] });
  expect(lists('inbox')).toEqual(['c', 'b', 'a']);
});

test('what is older than all stands last once everything was read', async () => {
  await open(false);
  happens('old', { at: minute(-50), in: ['inbox'] });
  expect(lists('inbox')).toEqual(['c', 'b', 'a', 'old']);
});

test('what is deleted for good leaves every list and the store', async () => {
  await open(false);
  happens('b', { in: [], gone: true });
  expect(lists('inbox')).toEqual(['c', 'a']);
  expect(environment.getStore().getSource().get('b')).toBeNull();
});
