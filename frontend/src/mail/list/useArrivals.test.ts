import { expect, test } from 'vitest';
import { arrivedAbove } from './useArrivals';

const list = (...ids: string[]) => ids.map((id) => ({ id }));

test('mail that comes on top has arrived', () => {
  expect(arrivedAbove(list('new', 'a', 'b'), new Set(['a', 'b']))).toEqual(['new']);
});

test('the next window has not arrived, it was always there', () => {
  expect(arrivedAbove(list('a', 'b', 'c', 'd'), new Set(['a', 'b']))).toEqual([]);
});

test('a list that was empty fills without a mark on each row', () => {
  expect(arrivedAbove(list('a', 'b'), new Set())).toEqual([]);
});
