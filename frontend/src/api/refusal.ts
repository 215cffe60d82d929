/** The codes of refusals that the interface tells apart; the server may send more. `OFFLINE` and `OTHER_ACCOUNT` are our own. */
export type Code =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'VALIDATION_FAILED'
  | 'STEP_UP_REQUIRED'
  | 'SECOND_FACTOR_REQUIRED'
  | 'ADDRESS_IS_LOGIN_IDENTIFIER'
  | 'ADDRESS_IS_SHARED'
  | 'ALREADY_HAS_ACCESS'
  | 'NOT_A_MEMBER'
  | 'INVITATION_INVALID'
  | 'INVITATION_FOR_ANOTHER_ADDRESS'
  | 'PERMISSION_EXCEEDS_OWN'
  | 'LAST_OWNER'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'TOO_COMPLEX'
  | 'TOO_LARGE'
  | 'UNAVAILABLE'
  | 'INTERNAL'
  | 'OTHER_ACCOUNT'
  | 'OFFLINE';

interface Details {
  /** The input field that is wrong, as the API names it. */
  field?: string;
  /** Seconds after which trying again makes sense. */
  retryAfter?: number;
}

/** The server's no: a code to act on, and a sentence for people. */
export class Refusal extends Error {
  readonly code: Code;
  readonly field: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: Code, message: string, details: Details = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.field = details.field;
    this.retryAfter = details.retryAfter;
  }
}

/** An error as GraphQL writes it; extensions are whatever a server, or a proxy before it, put there. */
export interface GraphQLFault {
  message: string;
  extensions?: Record<string, unknown> | null;
}

/** Reads a GraphQL error. Without a code of ours it is a fault of the server. */
export function refusalFrom({ message, extensions }: GraphQLFault): Refusal {
  const { code, field, retryAfter } = extensions ?? {};
  return new Refusal(typeof code === 'string' ? (code as Code) : 'INTERNAL', message, {
    field: typeof field === 'string' ? field : undefined,
    retryAfter: typeof retryAfter === 'number' ? retryAfter : undefined,
  });
}

/** Anything thrown, as a refusal: an unknown error is a fault. */
export const asRefusal = (thrown: unknown): Refusal =>
  thrown instanceof Refusal
    ? thrown
    : new Refusal('INTERNAL', thrown instanceof Error ? thrown.message : String(thrown));
