import { createClient } from 'graphql-ws';
import { connection, connectionBack, FIRST_PAUSE, LONGEST_PAUSE } from './connection';
import { actingAccount, type Request } from './post';
import { asRefusal, type GraphQLFault, Refusal, refusalFrom } from './refusal';

const RENEWAL = 10_000; // ms within which a session that was replaced is not replaced again
const PING = 20_000; // ms between signs of life
const UNAUTHENTICATED = 4401; // close code of graphql-transport-ws
const OTHER_ACCOUNT = 4403; // close code: another account acts in this browser than the one of this page
const HUNG_UP = 1000; // close code: the last subscription ended and we hung up

const FINAL = new Set<number | undefined>([UNAUTHENTICATED, OTHER_ACCOUNT]);

interface Frame {
  data?: Record<string, unknown> | null;
}

interface Listener {
  next: (frame: Frame) => void;
  error: (refusal: Refusal) => void;
  complete: () => void;
}

export interface Socket {
  /** Subscribes, and again after each lost connection, then after the newest cursor seen: no gap, no repeat. */
  subscribeResumably: (request: Request, listener: Listener) => () => void;
}

/** One socket for all subscriptions. It opens with the first, and stays until the last ends. */
export function openSocket(): Socket {
  const client = createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    lazy: true,
    connectionParams: () => ({ 'Latchkey-Account': actingAccount() }),
    keepAlive: PING,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: (failure) => !FINAL.has(closeCodeOf(failure)),
    retryWait: async (retries) => {
      const pause = Math.min(FIRST_PAUSE * 2 ** Math.min(retries, 10), LONGEST_PAUSE);
      await connectionBack(pause * (0.5 + Math.random() / 2)); // spread, so that a restarted server isn't stormed
    },
  });
  client.on('connected', () => connection.back());
  client.on('closed', (event) => {
    const code = closeCodeOf(event);
    if (!FINAL.has(code) && code !== HUNG_UP) connection.lost();
  });
  return {
    subscribeResumably(request, { next, error, complete }) {
      // The client sends this very object again after each reconnection: by then it carries the newest cursor.
      const variables = { ...request.variables };
      let renewedAt = 0;
      const begin = (): (() => void) =>
        client.subscribe(
          { ...request, variables },
          {
            next(frame) {
              const cursor = cursorOf(frame.data);
              if (cursor) variables.after = cursor;
              next(frame);
            },
            error(failure) {
              // A new password ends the session and begins another: the cookie may be good again already.
              const isRenewal = closeCodeOf(failure) === UNAUTHENTICATED && Date.now() - renewedAt > RENEWAL;
              if (!isRenewal) return error(socketRefusal(failure));
              renewedAt = Date.now();
              stop = begin();
            },
            complete,
          },
        );
      let stop = begin();
      return () => stop();
    },
  };
}

const closeCodeOf = (event: unknown): number | undefined =>
  typeof event === 'object' && event !== null && 'code' in event && typeof event.code === 'number'
    ? event.code
    : undefined;

/** Every event of a subscription carries the cursor after which to go on. */
function cursorOf(data: Frame['data']): string | undefined {
  const [event] = Object.values(data ?? {});
  if (typeof event !== 'object' || event === null || !('cursor' in event)) return undefined;
  return typeof event.cursor === 'string' ? event.cursor : undefined;
}

function socketRefusal(failure: unknown): Refusal {
  if (Array.isArray(failure)) return refusalFrom(failure[0] as GraphQLFault);
  if (closeCodeOf(failure) === UNAUTHENTICATED) return new Refusal('UNAUTHENTICATED', 'The session has ended.');
  if (closeCodeOf(failure) === OTHER_ACCOUNT) {
    return new Refusal('OTHER_ACCOUNT', 'Another account acts in this browser.');
  }
  return asRefusal(failure);
}
