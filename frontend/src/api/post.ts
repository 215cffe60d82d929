import { type GraphQLFault, Refusal, refusalFrom } from './refusal';

export interface Answer<D = Record<string, unknown>> {
  /** Absent when the request was refused as a whole. */
  data?: D | null;
  errors?: readonly GraphQLFault[];
}

/** A request to the API. Variables are what GraphQL takes; a session is proved by the cookie that the browser adds. */
export interface Request {
  query: string;
  operationName?: string;
  variables?: Record<string, unknown>;
}

let account: string | null = null;

export const actingAccount = (): string | null => account;

/** Names the account that this page shows: the server then refuses what another one, switched to meanwhile, would do. */
export function actAs(user: string): void {
  account = user;
}

/** Sends one request. It throws a Refusal only when there is no GraphQL answer at all: no network, or no server behind it. */
export async function post<D>(request: Request, signal?: AbortSignal): Promise<Answer<D>> {
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...(account && { 'latchkey-account': account }),
      },
      credentials: 'same-origin',
      body: JSON.stringify(request),
      signal,
    });
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new Refusal('OFFLINE', 'There is no connection.');
  }
  const answer: unknown = await response.json().catch(() => null);
  if (isAnswer<D>(answer)) return answer;
  throw new Refusal('UNAVAILABLE', `The server answered with status ${response.status}.`);
}

const isAnswer = <D>(answer: unknown): answer is Answer<D> =>
  typeof answer === 'object' &&
  answer !== null &&
  ('data' in answer || ('errors' in answer && Array.isArray(answer.errors)));

/** One operation for pages that do without Relay: its data, or the first refusal thrown. */
export async function call<D>(
  query: string,
  variables: Record<string, unknown> = {},
  signal?: AbortSignal,
): Promise<D> {
  const { data, errors } = await post<D>({ query, variables }, signal);
  const [first] = errors ?? [];
  if (first) throw refusalFrom(first);
  if (!data) throw new Refusal('INTERNAL', 'The answer was empty.');
  return data;
}
