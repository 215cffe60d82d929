import { expect, test } from 'vitest';
import { matches } from './matches';

test.each([
  ['info@acme.example', 'acm', true],
  ['Mark as read', 'read mark', true],
  ['Éléments envoyés', 'elem', true],
  ['info@acme.example', 'studio', false],
  ['info@acme.example', '', true],
])('%s for “%s”: %s', (name, typed, found) => {
  expect(matches(name, typed)).toBe(found);
});
