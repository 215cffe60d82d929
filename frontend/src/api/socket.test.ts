import { beforeEach, expect, test, vi } from 'vitest';
import { connection } from './connection';
import type { Refusal } from './refusal';
import { openSocket } from './socket';

interface Message {
  type: string;
  id?: string;
  payload?: { variables?: Record<string, unknown> };
}

/** The server's end of graphql-transport-ws, as far as these tests need it. */
class FakeSocket {
  static opened: FakeSocket[] = [];
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readyState = FakeSocket.OPEN;
  readonly received: Message[] = [];
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: { code: number; reason: string; wasClean: boolean }) => void;

  constructor() {
    FakeSocket.opened.push(this);
    queueMicrotask(() => this.onopen?.());
  }
  send(text: string) {
    const message = JSON.parse(text) as Message;
    this.received.push(message);
    if (message.type === 'connection_init') this.answer({ type: 'connection_ack' });
  }
  answer(message: object) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
  close(code = 1000) {
    this.readyState = FakeSocket.CLOSED;
    this.onclose?.({ code, reason: '', wasClean: true });
  }
  get subscription(): Message | undefined {
    return this.received.find(({ type }) => type === 'subscribe');
  }
}

const subscribed = async (nth: number): Promise<FakeSocket> =>
  vi.waitFor(() => {
    const socket = FakeSocket.opened[nth];
    if (!socket?.subscription) throw new Error('not subscribed yet');
    return socket;
  });

const event = (socket: FakeSocket, cursor: string) =>
  socket.answer({ type: 'next', id: socket.subscription?.id, payload: { data: { mailboxAccess: { cursor } } } });

const request = { query: 'subscription { mailboxAccess { cursor } }', variables: { after: 'c0' } };

beforeEach(() => {
  FakeSocket.opened = [];
  vi.stubGlobal('WebSocket', FakeSocket);
  connection.back();
});

test('after a lost connection it goes on behind the newest event', async () => {
  const next = vi.fn();
  openSocket().subscribeResumably(request, { next, error: vi.fn(), complete: vi.fn() });
  const first = await subscribed(0);
  expect(first.subscription?.payload?.variables).toEqual({ after: 'c0' });
  event(first, 'c1');
  event(first, 'c2');
  first.close(1006);
  await vi.waitFor(() => expect(connection.isLost()).toBe(true));
  const second = await vi.waitFor(() => subscribed(1), { timeout: 3_000 });
  expect(second.subscription?.payload?.variables).toEqual({ after: 'c2' });
  expect(connection.isLost()).toBe(false);
  expect(next).toHaveBeenCalledTimes(2);
});

test('an ended session is told after one look for another in its place', async () => {
  const refused = new Promise<Refusal>((error) => {
    openSocket().subscribeResumably(request, { next: vi.fn(), error, complete: vi.fn() });
  });
  (await subscribed(0)).close(4401);
  (await subscribed(1)).close(4401);
  expect(await refused).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(FakeSocket.opened).toHaveLength(2);
  expect(connection.isLost()).toBe(false);
});

test('a refused subscription says why', async () => {
  const refused = new Promise<Refusal>((error) => {
    openSocket().subscribeResumably(request, { next: vi.fn(), error, complete: vi.fn() });
  });
  const socket = await subscribed(0);
  socket.answer({
    type: 'error',
    id: socket.subscription?.id,
    payload: [{ message: 'Unknown cursor.', extensions: { code: 'VALIDATION_FAILED', field: 'after' } }],
  });
  expect(await refused).toMatchObject({ code: 'VALIDATION_FAILED', field: 'after' });
});

test('hanging up after the last subscription is no lost connection', async () => {
  const stop = openSocket().subscribeResumably(request, { next: vi.fn(), error: vi.fn(), complete: vi.fn() });
  await subscribed(0);
  stop();
  await vi.waitFor(() => expect(FakeSocket.opened[0]?.readyState).toBe(FakeSocket.CLOSED));
  expect(connection.isLost()).toBe(false);
});
