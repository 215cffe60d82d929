import { fetchQuery, graphql } from 'react-relay/hooks';
import { commitMutation, type Environment } from 'relay-runtime';
import { beforeEach, expect, test, vi } from 'vitest';
import type { FolderThreadsQuery } from '../../__generated__/FolderThreadsQuery.graphql';
import type { purgeTestMarkMutation } from '../../__generated__/purgeTestMarkMutation.graphql';
import type { ReaderQuery } from '../../__generated__/ReaderQuery.graphql';
import type { useOpenMailboxQuery } from '../../__generated__/useOpenMailboxQuery.graphql';
import { createEnvironment } from '../../api/environment';
import { purgeMailbox } from '../../api/purge';
import { folderThreadsQuery } from '../list/FolderThreads';
import { readerQuery } from '../reader/Reader';
import { openMailboxQuery } from '../useOpenMailbox';
import { folderAnswer, mailboxAnswer, messageOf, SECRET, threadOf } from './world';

// Each type that Mail reads, reached in each way that Mail reaches it.

const mark = graphql`
  mutation purgeTestMarkMutation($input: MarkMessagesInput!) {
    markMessages(input: $input) {
      folders {
        id
        name
        mailbox {
          id
        }
      }
    }
  }
`;

let environment: Environment;
const fetched = vi.fn<typeof fetch>();
beforeEach(() => {
  vi.stubGlobal('fetch', fetched);
  fetched.mockReset();
  environment = createEnvironment({ onUnauthenticated: () => undefined });
});

const everything = (): string => JSON.stringify(environment.getStore().getSource().toJSON());

function leavesNothing(): void {
  expect(everything()).toContain(SECRET);
  purgeMailbox(environment, 'box');
  expect(everything()).not.toContain(SECRET);
}

test('nothing of a mailbox outlives its purge', async () => {
  fetched.mockResolvedValueOnce(Response.json(mailboxAnswer()));
  await fetchQuery<useOpenMailboxQuery>(environment, openMailboxQuery, { address: 'a' }).toPromise();
  leavesNothing();
  expect(everything()).toContain('Acme');
});

test('nothing of a folder and its list outlives the purge', async () => {
  fetched.mockResolvedValueOnce(Response.json(folderAnswer('INBOX', ['a', 'b'], true)));
  const variables = { address: 'a', role: 'INBOX', folder: null } as const;
  await fetchQuery<FolderThreadsQuery>(environment, folderThreadsQuery, variables).toPromise();
  leavesNothing();
});

test('nothing of a thread that was opened by its id, nor of its messages, outlives the purge', async () => {
  const node = { ...threadOf('a'), messages: [messageOf('m1'), messageOf('m2')] };
  fetched.mockResolvedValueOnce(Response.json({ data: { node } }));
  await fetchQuery<ReaderQuery>(environment, readerQuery, { thread: 'a' }).toPromise();
  leavesNothing();
});

test('nothing of a folder that an act answered with outlives the purge', async () => {
  const folder = { id: 'made', name: SECRET, mailbox: { id: 'box' } };
  fetched.mockResolvedValueOnce(Response.json({ data: { markMessages: { folders: [folder] } } }));
  await new Promise((resolve, reject) => {
    commitMutation<purgeTestMarkMutation>(environment, {
      mutation: mark,
      variables: { input: { threads: ['a'], seen: true } },
      onCompleted: resolve,
      onError: reject,
    });
  });
  leavesNothing();
});
