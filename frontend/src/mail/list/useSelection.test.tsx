import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { between, useSelection } from './useSelection';

const order = ['a', 'b', 'c', 'd'];

test('a range holds both ends, in either direction', () => {
  expect(between(order, 'b', 'd')).toEqual(['b', 'c', 'd']);
  expect(between(order, 'd', 'b')).toEqual(['b', 'c', 'd']);
});

test('a range from a row that left is the one row', () => {
  expect(between(order, 'gone', 'b')).toEqual(['b']);
});

test('what leaves the list is not chosen any more', () => {
  const { result, rerender } = renderHook((ids: string[]) => useSelection(ids), { initialProps: order });
  act(() => result.current.select('a', true));
  act(() => result.current.select('c', true, true));
  expect(result.current.selected).toEqual(['a', 'b', 'c']);
  rerender(['a', 'd']);
  expect(result.current.selected).toEqual(['a']);
});
