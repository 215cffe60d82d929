import { expect, test } from 'vitest';
import { initialsOf, tintOf } from './tint';

test.each([
  ['Ben Weber', 'BW'],
  ['Anna', 'A'],
  ['Chloé Martin', 'CM'],
  ['info@acme.example', 'I'],
  ['zoe.lindgren@lindgren.example', 'Z'],
  ['Ève  de La Tour', 'ÈT'],
  ['', '?'],
  ['🌱 Garden', 'G'],
])('%s is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('a tint is one of five and does not depend on case', () => {
  for (const name of ['Anna', 'Ben Weber', '', '日本']) expect([1, 2, 3, 4, 5]).toContain(tintOf(name));
  expect(tintOf('Anna@Acme.example')).toBe(tintOf('anna@acme.example'));
});
