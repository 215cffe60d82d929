import { expect, test } from 'vitest';
import { offsetOf, shiftOf, threadAt } from './anchor';

const heights = { head: 30, thread: 68 };
const rows = (...ids: string[]) =>
  ids.map((id) => ({ id, kind: id.startsWith('head') ? ('head' as const) : ('thread' as const) }));
const before = rows('head:Today', 'a', 'b', 'head:Yesterday', 'c');

test('a row lies below the rows and headings before it', () => {
  expect(offsetOf(before, 'c', heights)).toBe(30 + 68 + 68 + 30);
  expect(offsetOf(before, 'x', heights)).toBeUndefined();
});

test('a heading in the way stands for the thread under it', () => {
  expect(threadAt(before, 0, heights)).toBe('a');
  expect(threadAt(before, 100, heights)).toBe('b');
  expect(threadAt(before, 170, heights)).toBe('c');
});

test('what is pointed at stays where it is when mail arrives above it', () => {
  expect(shiftOf(before, rows('head:Today', 'new', 'a', 'b', 'head:Yesterday', 'c'), 'b', heights)).toBe(68);
});

test('an answer that lifts a thread from above changes nothing below it', () => {
  expect(shiftOf(before, rows('head:Today', 'b', 'a', 'head:Yesterday', 'c'), 'c', heights)).toBe(0);
});

test('a row that is gone holds nothing', () => {
  expect(shiftOf(before, rows('head:Today', 'a'), 'c', heights)).toBe(0);
});
