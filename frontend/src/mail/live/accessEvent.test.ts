import { expect, test } from 'vitest';
import { endOf, meaningOf } from './accessEvent';

const mailbox = { id: 'm1' } as never;

test.each([
  ['a mailbox that is given arrives', { kind: 'GRANTED', mailbox, permissions: ['READ'] }, 'arrived'],
  ['other rights change in place', { kind: 'CHANGED', mailbox, permissions: ['READ', 'DELETE'] }, 'changed'],
  ['a mailbox out of sight has ended', { kind: 'REVOKED', mailbox: null, permissions: [] }, 'ended'],
  ['without the right to read it has ended too', { kind: 'CHANGED', mailbox, permissions: ['VIEW_ACTIVITY'] }, 'ended'],
  ['an owner whose grant goes keeps the mailbox', { kind: 'REVOKED', mailbox, permissions: ['READ'] }, 'changed'],
] as const)('%s', (_name, event, meaning) => {
  expect(meaningOf(event)).toBe(meaning);
});

test('rights that shrink to nothing were taken back by somebody', () => {
  expect(endOf({ kind: 'CHANGED', at: '2026-11-23T10:46:00Z', actorName: 'Anna', reason: null })).toEqual({
    kind: 'REVOKED',
    at: '2026-11-23T10:46:00Z',
    actorName: 'Anna',
    forFactor: false,
  });
});

test('a mailbox that waits for a second factor was taken back by nobody', () => {
  const told = { kind: 'REVOKED', at: '2026-11-23T10:46:00Z', actorName: null, reason: 'SECOND_FACTOR' } as const;
  expect(endOf(told).forFactor).toBe(true);
});
