import type { Refusal } from '../api/refusal';
import type { Permission } from './permissions';

export type InviteStep = 'who' | 'what' | 'confirm' | 'link' | 'mail';

export interface Candidate {
  id: string;
  name: string;
  email: string;
}

/** What was made and can be handed over. */
export interface MadeInvitation {
  id: string;
  link: string;
  /** Until when the link can be used, RFC 3339. */
  expiresAt: string;
}

/** Where the server's no belongs: beside a field, or over the step. */
type Place = 'member' | 'email' | 'permissions' | 'until' | 'step';

export interface InviteState {
  step: InviteStep;
  kind: 'member' | 'new';
  member: Candidate | null;
  email: string;
  /** Only the address may accept. */
  bound: boolean;
  permissions: readonly Permission[];
  /** The last day of access, YYYY-MM-DD; null: until taken back. */
  until: string | null;
  /** Whether the access sleeps while its user has no second factor. */
  secondFactor: boolean;
  wrong: { place: Place; refusal: Refusal } | null;
  made: MadeInvitation | null;
}

/** What is typed and ticked. */
export type InviteChoices = Pick<
  InviteState,
  'kind' | 'member' | 'email' | 'bound' | 'permissions' | 'until' | 'secondFactor'
>;

export type InviteEvent =
  | { type: 'edited'; change: Partial<InviteChoices> }
  | { type: 'went'; to: InviteStep }
  | { type: 'confirmed' }
  | { type: 'refused'; refusal: Refusal }
  | { type: 'made'; made: MadeInvitation };

export const startInvite = (start: Partial<InviteState> & Pick<InviteState, 'permissions'>): InviteState => ({
  step: 'who',
  kind: 'new',
  member: null,
  email: '',
  bound: true,
  until: null,
  secondFactor: false,
  wrong: null,
  made: null,
  ...start,
});

/** The dialog's course. Whatever happens, what was typed and ticked stays. */
export function inviteReducer(state: InviteState, event: InviteEvent): InviteState {
  switch (event.type) {
    case 'edited':
      return { ...state, ...event.change, wrong: null };
    case 'went':
      return { ...state, step: event.to, wrong: null };
    case 'confirmed':
      return { ...state, step: 'what', wrong: null };
    case 'refused':
      return refused(state, event.refusal);
    case 'made':
      return { ...state, step: 'link', made: event.made, wrong: null };
  }
}

function refused(state: InviteState, refusal: Refusal): InviteState {
  if (refusal.code === 'STEP_UP_REQUIRED') return { ...state, step: 'confirm', wrong: null };
  const place = placeOf(state, refusal);
  return { ...state, step: place === 'member' || place === 'email' ? 'who' : 'what', wrong: { place, refusal } };
}

function placeOf({ kind }: InviteState, { code, field }: Refusal): Place {
  const person = kind === 'member' ? 'member' : 'email';
  if (code === 'ALREADY_HAS_ACCESS' || code === 'NOT_A_MEMBER' || code === 'CONFLICT') return person;
  if (field === 'user' || field === 'email') return person;
  if (code === 'PERMISSION_EXCEEDS_OWN' || field === 'permissions') return 'permissions';
  if (field === 'expiresAt' || field === 'grantExpiresAt') return 'until';
  return 'step';
}
