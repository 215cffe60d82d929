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
import { connection, connectionBack, FIRST_PAUSE, LONGEST_PAUSE } from './connection';
import { inOrder } from './inOrder';
import { type Answer, post, type Request } from './post';
import { Purges, rememberPurges, wipe } from './purge';
import { asRefusal, type Code, Refusal, refusalFrom } from './refusal';
import type { Socket } from './socket';

interface Options {
  /** Called when the session has ended: the page leads to signing in. */
  onUnauthenticated: () => void;
  /** Called when another account acts in this browser than the one that the page shows. */
  onOtherAccount?: () => void;
}

const KEPT_QUERIES = 20; // answers that stay in the store after their page is left, for going back

// What a query answers beside its data when part of it is not for this viewer: the page draws that part as absent.
const TOLERATED: ReadonlySet<Code> = new Set(['NOT_FOUND', 'FORBIDDEN']);

export function createEnvironment({ onUnauthenticated, onOtherAccount }: Options): Environment {
  window.addEventListener('offline', connection.lost);
  window.addEventListener('online', connection.back);
  const memory = new Purges();

  const send = async (request: Request, isMutation: boolean): Promise<Answer> => {
    const answer = isMutation ? await post<Record<string, unknown>>(request) : await postUntilConnected(request);
    connection.back();
    const refusals = (answer.errors ?? []).map(refusalFrom);
    if (refusals.some(({ code }) => code === 'UNAUTHENTICATED')) {
      onUnauthenticated();
      await new Promise(() => undefined); // the page is being left: an error would only flash
    }
    // Refused before it was looked at: this is what tells it from a conflict within.
    if (answer.data === undefined && refusals.some(({ code }) => code === 'CONFLICT')) {
      onOtherAccount?.();
      throw new Refusal('OTHER_ACCOUNT', 'Another account acts in this browser.');
    }
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
          const answer = await (isMutation ? inOrder(operation.name, () => send(request, true)) : send(request, false));
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

  // The socket's code is fetched with the first subscription, after the first paint.
  let socket: Promise<Socket> | undefined;
  const subscribeFn: SubscribeFunction = (operation, variables) =>
    Observable.create((sink) => {
      let stop: (() => void) | undefined;
      let stopped = false;
      const isGone = () => typeof variables.mailbox === 'string' && memory.gone.has(variables.mailbox);
      const subscribe = async () => {
        socket ??= import('./socket').then(({ openSocket }) => openSocket());
        const { subscribeResumably } = await socket;
        if (stopped) return;
        stop = subscribeResumably(
          { operationName: operation.name, query: operation.text ?? '', variables },
          {
            next: (frame) => {
              if (!isGone()) sink.next(frame as GraphQLResponse);
            },
            error: (refusal) => {
              if (refusal.code === 'UNAUTHENTICATED') onUnauthenticated();
              sink.error(refusal);
            },
            complete: () => sink.complete(),
          },
        );
      };
      subscribe().catch((failure) => {
        socket = undefined; // the next subscription fetches it again
        sink.error(asRefusal(failure));
      });
      return () => {
        stopped = true;
        stop?.();
      };
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
