import { fetchQuery, graphql } from 'react-relay/hooks';
import { commitMutation } from 'relay-runtime';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { environmentTestMutation } from '../__generated__/environmentTestMutation.graphql';
import type { environmentTestQuery } from '../__generated__/environmentTestQuery.graphql';
import { connection } from './connection';
import { createEnvironment } from './environment';

const query = graphql`
  query environmentTestQuery {
    viewer {
      mailbox(address: "info@acme.example") {
        address
      }
      accessCursor
    }
  }
`;
const mutation = graphql`
  mutation environmentTestMutation($input: RevokeGrantInput!) {
    revokeGrant(input: $input) {
      revokedGrantId
    }
  }
`;

const onUnauthenticated = vi.fn();
const fetched = vi.fn<typeof fetch>();
beforeEach(() => {
  fetched.mockReset();
  onUnauthenticated.mockReset();
  vi.stubGlobal('fetch', fetched);
  connection.back();
});
afterEach(() => vi.useRealTimers());

const refused = (code: string, data: unknown, extensions = {}) =>
  Response.json({ data, errors: [{ message: 'No.', extensions: { code, ...extensions } }] });
const read = () => fetchQuery<environmentTestQuery>(createEnvironment({ onUnauthenticated }), query, {}).toPromise();
const revoke = () =>
  new Promise((resolve, reject) => {
    commitMutation<environmentTestMutation>(createEnvironment({ onUnauthenticated }), {
      mutation,
      variables: { input: { grant: 'g' } },
      onCompleted: resolve,
      onError: reject,
    });
  });

test('a refusal of a mutation carries its code, field and waiting time', async () => {
  fetched.mockResolvedValue(refused('RATE_LIMITED', null, { field: 'grant', retryAfter: 30 }));
  await expect(revoke()).rejects.toMatchObject({
    code: 'RATE_LIMITED',
    field: 'grant',
    retryAfter: 30,
    message: 'No.',
  });
});

test('what is not for this viewer is absent, the rest is there', async () => {
  fetched.mockResolvedValue(refused('NOT_FOUND', { viewer: { mailbox: null, accessCursor: 'c' } }));
  await expect(read()).resolves.toMatchObject({ viewer: { mailbox: null, accessCursor: 'c' } });
});

test('a fault of the server is never shown as absence', async () => {
  fetched.mockResolvedValue(refused('INTERNAL', { viewer: { mailbox: null, accessCursor: 'c' } }));
  await expect(read()).rejects.toMatchObject({ code: 'INTERNAL' });
});

test('an ended session leads to signing in', async () => {
  fetched.mockResolvedValue(refused('UNAUTHENTICATED', { viewer: null }));
  void read();
  await vi.waitFor(() => expect(onUnauthenticated).toHaveBeenCalledOnce());
});

test('reading waits for the connection and goes on when it is back', async () => {
  fetched.mockRejectedValueOnce(new TypeError('network'));
  fetched.mockResolvedValueOnce(Response.json({ data: { viewer: { mailbox: null, accessCursor: 'c' } } }));
  const reading = read();
  await vi.waitFor(() => expect(connection.isLost()).toBe(true));
  connection.back();
  await expect(reading).resolves.toMatchObject({ viewer: { accessCursor: 'c' } });
});

test('a mutation without a connection is refused, not repeated', async () => {
  fetched.mockRejectedValue(new TypeError('network'));
  await expect(revoke()).rejects.toMatchObject({ code: 'OFFLINE' });
  expect(fetched).toHaveBeenCalledTimes(1);
});

test('a page of a proxy in place of an answer is no answer', async () => {
  fetched.mockResolvedValue(new Response('<h1>Bad gateway</h1>', { status: 502 }));
  await expect(revoke()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
});
