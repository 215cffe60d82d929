import { fetchQuery, graphql } from 'react-relay/hooks';
import { commitMutation, type Environment } from 'relay-runtime';
import { beforeEach, expect, test, vi } from 'vitest';
import type { purgeTestMutation } from '../__generated__/purgeTestMutation.graphql';
import type { purgeTestNodeQuery } from '../__generated__/purgeTestNodeQuery.graphql';
import type { purgeTestQuery } from '../__generated__/purgeTestQuery.graphql';
import { createEnvironment } from './environment';
import { purgeMailbox, readmitMailbox } from './purge';

const query = graphql`
  query purgeTestQuery {
    viewer {
      mailboxes(first: 10) {
        edges {
          node {
            id
            address
            organization {
              id
              name
            }
            folder(role: INBOX) {
              id
              threads(first: 10) {
                edges {
                  node {
                    id
                    subject
                    participants {
                      address
                    }
                    messages {
                      id
                      snippet
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;
const nodeQuery = graphql`
  query purgeTestNodeQuery($id: ID!) {
    node(id: $id) {
      id
      ... on Message {
        snippet
        mailbox {
          id
        }
      }
    }
  }
`;
const mutation = graphql`
  mutation purgeTestMutation($input: MarkMessagesInput!) {
    markMessages(input: $input) {
      messages {
        id
        snippet
        mailbox {
          id
        }
      }
    }
  }
`;

const acme = { id: 'o1', name: 'Acme' };
const mailbox = (id: string, secret: string) => ({
  cursor: id,
  node: {
    __typename: 'Mailbox',
    id,
    address: `${id}@acme.example`,
    organization: acme,
    folder: {
      id: `folder-${id}`,
      threads: {
        edges: [
          {
            node: {
              id: `thread-${id}`,
              subject: secret,
              participants: [{ address: `${secret}@x.example` }],
              messages: [{ id: `message-${id}`, snippet: secret }],
            },
          },
        ],
      },
    },
  },
});
const everything = { viewer: { mailboxes: { edges: [mailbox('info', 'hush'), mailbox('support', 'plain')] } } };
const message = { __typename: 'Message', id: 'message-9', snippet: 'hush', mailbox: { id: 'info' } };

const answer = (data: unknown) => Response.json({ data });
const storeOf = (environment: Environment) => JSON.stringify(environment.getStore().getSource().toJSON());

let environment: Environment;
const fetched = vi.fn<typeof fetch>();
beforeEach(() => {
  vi.stubGlobal('fetch', fetched);
  fetched.mockReset();
  environment = createEnvironment({ onUnauthenticated: () => undefined });
});

const read = () => fetchQuery<purgeTestQuery>(environment, query, {}).toPromise();

test('a purged mailbox leaves nothing in the store, and nothing else goes with it', async () => {
  fetched.mockResolvedValueOnce(answer(everything));
  await read();
  expect(storeOf(environment)).toContain('hush');
  purgeMailbox(environment, 'info');
  const left = storeOf(environment);
  for (const gone of ['hush', 'info@acme.example']) expect(left).not.toContain(gone);
  for (const kept of ['plain', 'support@acme.example', 'Acme']) expect(left).toContain(kept);
});

test('what was reached by its id goes with its mailbox', async () => {
  fetched.mockResolvedValueOnce(answer({ node: message }));
  await fetchQuery<purgeTestNodeQuery>(environment, nodeQuery, { id: 'message-9' }).toPromise();
  purgeMailbox(environment, 'info');
  expect(storeOf(environment)).not.toContain('hush');
});

test('an answer on its way while a mailbox is purged is asked for again', async () => {
  let arrive: (response: Response) => void = () => undefined;
  fetched.mockReturnValueOnce(
    new Promise((resolve) => {
      arrive = resolve;
    }),
  );
  fetched.mockResolvedValueOnce(answer({ viewer: { mailboxes: { edges: [mailbox('support', 'plain')] } } }));
  const reading = read();
  purgeMailbox(environment, 'info');
  arrive(answer(everything));
  await reading;
  expect(fetched).toHaveBeenCalledTimes(2);
  expect(storeOf(environment)).not.toContain('hush');
  expect(storeOf(environment)).toContain('plain');
});

test('the answer to a mutation is not asked for again, yet brings nothing back', async () => {
  let arrive: (response: Response) => void = () => undefined;
  fetched.mockReturnValueOnce(
    new Promise((resolve) => {
      arrive = resolve;
    }),
  );
  const done = new Promise((resolve, reject) => {
    commitMutation<purgeTestMutation>(environment, {
      mutation,
      variables: { input: { messages: ['message-9'], seen: true } },
      onCompleted: resolve,
      onError: reject,
    });
  });
  purgeMailbox(environment, 'info');
  arrive(answer({ markMessages: { messages: [message] } }));
  await done;
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(storeOf(environment)).not.toContain('hush');
});

test('a mailbox that is given again can be read again', async () => {
  purgeMailbox(environment, 'info');
  readmitMailbox(environment, 'info');
  fetched.mockResolvedValueOnce(answer(everything));
  await read();
  expect(storeOf(environment)).toContain('hush');
});
