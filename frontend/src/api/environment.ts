import { type Client, createClient } from 'graphql-ws';
import {
  Environment,
  type FetchFunction,
  type GraphQLResponse,
  Network,
  Observable,
  RecordSource,
  Store,
  type SubscribeFunction,
} from 'relay-runtime';
import { connection, connectionBack } from './connection';
import { type Answer, post, type Request } from './post';
import { Purges, rememberPurges, wipe } from './purge';
import { asRefusal, type Code, type GraphQLFault, Refusal, refusalFrom } from './refusal';

interface Options {
  /** Called when the session has ended: the page leads to signing in. */
  onUnauthenticated: () => void;
}

const KEPT_QUERIES = 20; // answers that stay in the store after their page is left, for going back
const FIRST_PAUSE = 1_000; // ms; doubled after each failure
const LONGEST_PAUSE = 16_000; // ms
const PING = 20_000; // ms between signs of life on the socket
const UNAUTHENTICATED = 4401; // close code of graphql-transport-ws

// What a query answers beside its data when part of it is not for this viewer: the page draws that part as absent.
const TOLERATED: ReadonlySet<Code> = new Set(['NOT_FOUND', 'FORBIDDEN']);

export function createEnvironment({ onUnauthenticated }: Options): Environment {
  const memory = new Purges();

  const send = async (request: Request, isMutation: boolean): Promise<Answer> => {
    const answer = isMutation ? await post<Record<string, unknown>>(request) : await postUntilConnected(request);
    connection.back();
    const refusals = (answer.errors ?? []).map(refusalFrom);
    if (refusals.some(({ code }) => code === 'UNAUTHENTICATED')) onUnauthenticated();
    const grave = refusals.find(({ code }) => isMutation || !answer.data || !TOLERATED.has(code));
    if (grave) throw grave;
    return answer;
  };

  const fetchFn: FetchFunction = (operation, variables) =>
    Observable.create((sink) => {
      const request = { query: operation.text ?? '', operationName: operation.name, variables };
      const isMutation = operation.operationKind === 'mutation';
      const run = async () => {
        for (;;) {
          const { epoch } = memory;
          const answer = await send(request, isMutation);
          // A query that crossed a purge is asked again. A mutation can't be: its answer lands and is wiped in the same breath.
          if (epoch !== memory.epoch && !isMutation) continue;
          sink.next(answer as GraphQLResponse);
          if (epoch !== memory.epoch) for (const id of memory.gone) wipe(environment, id);
          sink.complete();
          return;
        }
      };
      run().catch((failure) => {
        const refusal = asRefusal(failure);
        if (refusal.code === 'OFFLINE') connection.lost();
        sink.error(refusal);
      });
    });

  const socket = openSocket(onUnauthenticated);
  const subscribeFn: SubscribeFunction = (operation, variables) =>
    Observable.create((sink) => {
      // The client sends this very object again after each reconnection: it carries the newest cursor by then.
      const resumed: Record<string, unknown> = { ...variables };
      const isGone = () => typeof variables.mailbox === 'string' && memory.gone.has(variables.mailbox);
      return socket.subscribe(
        { operationName: operation.name, query: operation.text ?? '', variables: resumed },
        {
          next(frame) {
            if (isGone()) return;
            const cursor = cursorOf(frame.data);
            if (cursor) resumed.after = cursor;
            sink.next(frame as GraphQLResponse);
          },
          error(failure) {
            const refusal = socketRefusal(failure);
            if (refusal.code === 'UNAUTHENTICATED') onUnauthenticated();
            sink.error(refusal);
          },
          complete: () => sink.complete(),
        },
      );
    });

  const environment = new Environment({
    network: Network.create(fetchFn, subscribeFn),
    store: new Store(new RecordSource(), { gcReleaseBufferSize: KEPT_QUERIES }),
  });
  rememberPurges(environment, memory);
  return environment;
}

/** Reading may wait for the connection; it changes nothing, so asking again is safe. */
async function postUntilConnected(request: Request): Promise<Answer> {
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      return await post<Record<string, unknown>>(request);
    } catch (failure) {
      if (asRefusal(failure).code !== 'OFFLINE') throw failure;
      connection.lost();
      await connectionBack(pause);
    }
  }
}

function openSocket(onUnauthenticated: () => void): Client {
  const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;
  const client = createClient({
    url,
    lazy: true,
    keepAlive: PING,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: (failure) => closeCodeOf(failure) !== UNAUTHENTICATED,
    retryWait: async (retries) => {
      const pause = Math.min(FIRST_PAUSE * 2 ** Math.min(retries, 10), LONGEST_PAUSE);
      await connectionBack(pause * (0.5 + Math.random() / 2)); // spread, so that a restarted server isn't stormed
    },
  });
  client.on('connected', () => connection.back());
  client.on('closed', (event) => {
    const code = closeCodeOf(event);
    if (code === UNAUTHENTICATED) onUnauthenticated();
    else if (code !== 1000) connection.lost(); // 1000: the last subscription ended and we hung up
  });
  window.addEventListener('offline', connection.lost);
  window.addEventListener('online', connection.back);
  return client;
}

const closeCodeOf = (event: unknown): number | undefined =>
  typeof event === 'object' && event !== null && 'code' in event && typeof event.code === 'number'
    ? event.code
    : undefined;

/** Every event of a subscription carries the cursor after which to go on. */
function cursorOf(data: unknown): string | undefined {
  const [event] = Object.values(data ?? {});
  return typeof event?.cursor === 'string' ? event.cursor : undefined;
}

function socketRefusal(failure: unknown): Refusal {
  if (Array.isArray(failure)) return refusalFrom(failure[0] as GraphQLFault);
  if (closeCodeOf(failure) === UNAUTHENTICATED) return new Refusal('UNAUTHENTICATED', 'The session has ended.');
  return asRefusal(failure);
}
