import { afterEach, expect, test } from 'vitest';
import { before, groupOf, kept, regionOf, type Screen, screenOf } from './progress';

afterEach(() => localStorage.clear());

test.each([
  ['email', 1],
  ['code', 1],
  ['profile', 2],
  ['contact', 3],
  ['factor', 4],
  ['app', 4],
  ['recovery', 4],
] satisfies [Screen, number][])('%s is question %i of four', (screen, group) => {
  expect(groupOf(screen)).toBe(group);
});

test.each([
  ['EMAIL_CODE', 'code'],
  ['PROFILE', 'profile'],
  ['CONTACT', 'contact'],
  ['SECOND_FACTOR', 'factor'],
] as const)('who comes back at %s goes on with %s', (step, screen) => {
  expect(screenOf({ step })).toBe(screen);
});

test('back never leads forward, and never out of an account that was made', () => {
  const order: Screen[] = ['email', 'code', 'profile', 'contact', 'factor', 'app', 'recovery'];
  for (const screen of order) {
    const to = before(screen);
    if (to) expect(order.indexOf(to)).toBeLessThan(order.indexOf(screen));
  }
  expect(before('recovery')).toBeNull();
});

test('back from the names skips a code that was typed already', () => {
  expect(before('profile')).toBe('email');
});

test('a sign-up is kept for its own invitation, and forgotten at its end', () => {
  kept.keep('first-invitation', 'token');
  expect(kept.token('first-invitation')).toBe('token');
  expect(kept.token('another-one')).toBeNull();
  kept.forget('first-invitation');
  expect(kept.token('first-invitation')).toBeNull();
});

test('what is kept on the device does not hold the invitation', () => {
  kept.keep('a-secret-of-forty-three-characters-or-so', 'token');
  expect(JSON.stringify({ ...localStorage })).not.toContain('a-secret-of-forty-three');
});

test.each([
  [['de-CH', 'en'], 'CH'],
  [['de', 'fr-FR'], 'FR'],
  [['es-419'], null],
  [['en'], null],
])('a number of %j is from %s', (tags, region) => {
  expect(regionOf(tags)).toBe(region);
});
