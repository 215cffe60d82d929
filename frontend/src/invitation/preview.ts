import { post } from '../api/post';
import { type Code, refusalFrom } from '../api/refusal';
import type { Account } from '../sign-in/accounts';

export interface Preview {
  state: 'PENDING' | 'ACCEPTED' | 'DECLINED' | 'EXPIRED' | 'WITHDRAWN';
  address: string;
  organizationName: string;
  invitedByName: string;
  invitedByEmail: string;
  permissions: string[];
  note: string | null;
  expiresAt: string;
  grantExpiresAt: string | null;
  requiresSecondFactor: boolean;
  canAccept: { allowed: boolean; code: Code | null; reason: string | null; wayOut: string | null } | null;
  organizations: { id: string; name: string; role: 'OWNER' | 'ADMIN' | 'MEMBER'; memberCount: number }[];
  mailbox: { address: string } | null;
}

export interface Person {
  name: string;
  email: string;
}

export interface Loaded {
  /** Null when nobody is signed in. */
  viewer: Person | null;
  /** Who else is signed in within this browser, the viewer first. */
  accounts: readonly Account[];
  /** Null when the link is not valid, or no longer so and not for this person to know why. */
  preview: Preview | null;
}

const QUERY = `query ($token: String!) {
  viewer { user { name email } }
  accounts { active user { id name email } }
  invitationPreview(token: $token) {
    state address organizationName invitedByName invitedByEmail permissions note
    expiresAt grantExpiresAt requiresSecondFactor
    canAccept { allowed code reason wayOut }
    organizations { id name role memberCount }
    mailbox { address }
  }
}`;

interface Data {
  viewer: { user: Person } | null;
  accounts: Account[] | null;
  invitationPreview: Preview | null;
}

// Nobody signed in and no such invitation are answers here, not failures.
const EXPECTED: ReadonlySet<Code> = new Set(['UNAUTHENTICATED', 'INVITATION_INVALID', 'NOT_FOUND']);

/** Asks who is signed in and what the link offers, in one request. */
export async function loadInvitation(token: string): Promise<Loaded> {
  const { data, errors } = await post<Data>({ query: QUERY, variables: { token } });
  const failure = (errors ?? []).map(refusalFrom).find(({ code }) => !EXPECTED.has(code));
  if (failure) throw failure;
  return {
    viewer: data?.viewer?.user ?? null,
    accounts: data?.accounts ?? [],
    preview: data?.invitationPreview ?? null,
  };
}
