import { expect, test } from 'vitest';
import { squares } from './QrCode';

test('each run of dark squares is one rectangle, up to the edge', () => {
  expect(squares([[true, true, false, true]])).toBe('M0 0h2v1h-2zM3 0h1v1h-1z');
  expect(squares([[false], [true]])).toBe('M0 1h1v1h-1z');
});
