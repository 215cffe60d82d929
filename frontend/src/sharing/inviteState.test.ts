import { expect, test } from 'vitest';
import { Refusal } from '../api/refusal';
import { type InviteEvent, type InviteState, inviteReducer, startInvite } from './inviteState';

const run = (state: InviteState, ...events: InviteEvent[]) => events.reduce(inviteReducer, state);
const filled = run(
  startInvite({ permissions: ['READ'] }),
  { type: 'edited', change: { kind: 'new', email: 'chloe@studio.example', bound: false } },
  { type: 'went', to: 'what' },
  { type: 'edited', change: { permissions: ['READ', 'DRAFT'], until: '2026-12-31' } },
);
const typed = ({ kind, member, email, bound, permissions, until }: InviteState) => ({
  kind,
  member,
  email,
  bound,
  permissions,
  until,
});

test('nothing that was typed is lost when the password is asked for', () => {
  const asked = run(filled, { type: 'refused', refusal: new Refusal('STEP_UP_REQUIRED', 'Confirm your password.') });
  expect(asked.step).toBe('confirm');
  expect(typed(asked)).toEqual(typed(filled));
  const back = run(asked, { type: 'confirmed' });
  expect(back.step).toBe('what');
  expect(typed(back)).toEqual(typed(filled));
});

test.each([
  ['an address that has access already', new Refusal('ALREADY_HAS_ACCESS', ''), 'who', 'email'],
  ['an address that is malformed', new Refusal('VALIDATION_FAILED', '', { field: 'email' }), 'who', 'email'],
  ['more than one holds', new Refusal('PERMISSION_EXCEEDS_OWN', ''), 'what', 'permissions'],
  ['an end in the past', new Refusal('VALIDATION_FAILED', '', { field: 'grantExpiresAt' }), 'what', 'until'],
  ['a lost connection', new Refusal('OFFLINE', ''), 'what', 'step'],
] as const)('a refusal stands where it belongs: %s', (_name, refusal, step, place) => {
  const state = run(filled, { type: 'refused', refusal });
  expect([state.step, state.wrong?.place]).toEqual([step, place]);
  expect(typed(state)).toEqual(typed(filled));
});

test('a refused member is pointed at in the list of members', () => {
  const member = run(filled, { type: 'edited', change: { kind: 'member' } });
  const state = run(member, { type: 'refused', refusal: new Refusal('ALREADY_HAS_ACCESS', '') });
  expect(state.wrong?.place).toBe('member');
});

test('a refusal goes as soon as something is changed', () => {
  const refused = run(filled, { type: 'refused', refusal: new Refusal('CONFLICT', '') });
  expect(run(refused, { type: 'edited', change: { email: 'other@studio.example' } }).wrong).toBeNull();
});

test('a link that was made leads to handing it over', () => {
  const made = { id: 'inv_1', link: 'https://mail.acme.example/iw/x', expiresAt: '2026-12-23T10:00:00Z' };
  expect(run(filled, { type: 'made', made })).toMatchObject({ step: 'link', made });
});
