import { expect, test } from 'vitest';
import { afterwards } from './afterwards';

const order = ['a', 'b', 'c', 'd'];

test.each([
  ['the next older one opens', ['b'], 'b', 'c'],
  ['those that go along are passed over', ['b', 'c'], 'b', 'd'],
  ['at the end the newer one opens', ['d'], 'd', 'c'],
  ['the last one leaves nothing open', ['a', 'b', 'c', 'd'], 'b', null],
])('%s', (_name, going, open, next) => {
  expect(afterwards(order, going, open)).toBe(next);
});
