import { expect, test } from 'vitest';
import { ago, clockTime, daysBetween, fileSize, followTimeZone, listTime, shortDate } from './format';

const now = new Date(2026, 10, 23, 15, 0);

test.each([
  ['a moment ago', new Date(2026, 10, 23, 14, 59, 30), 'now'],
  ['minutes', new Date(2026, 10, 23, 14, 58), '2 min. ago'],
  ['hours of the same day', new Date(2026, 10, 23, 13, 0), '2 hr. ago'],
  ['the evening before is yesterday, however few hours', new Date(2026, 10, 22, 23, 50), 'yesterday'],
  ['a week and more is a date', new Date(2026, 10, 12, 9, 0), 'Nov 12'],
])('%s', (_name, at, said) => {
  expect(ago('en', at, now)).toBe(said);
});

test('a list shows the time today and the date before', () => {
  expect(listTime('de', new Date(2026, 10, 23, 9, 5), now)).toBe('09:05');
  expect(listTime('de', new Date(2026, 10, 20, 9, 5), now)).toBe('20. Nov.');
});

test('a date of another year says so', () => {
  expect(shortDate('fr', new Date(2027, 0, 15), now)).toBe('15 janv. 2027');
});

test('days are counted over a change of summer time', () => {
  expect(daysBetween(new Date(2026, 9, 24, 23), new Date(2026, 9, 26, 1))).toBe(2);
});

test('times are told as they are in the zone that the account has chosen', () => {
  const at = new Date('2026-12-31T23:30:00Z');
  followTimeZone('Asia/Tokyo');
  expect(clockTime('de', at)).toBe('08:30');
  expect(shortDate('de', at, new Date('2026-12-31T12:00:00Z'))).toBe('1. Jan. 2027');
  expect(daysBetween(new Date('2026-12-31T14:00:00Z'), at)).toBe(1);
  followTimeZone('America/New_York');
  expect(listTime('de', at, new Date('2026-12-31T12:00:00Z'))).toBe('18:30');
  followTimeZone(null);
});

test('sizes are short and never lose their unit', () => {
  expect(fileSize('en', 0)).toBe('0 bytes');
  expect(fileSize('en', 84_200)).toBe('84 kB');
  expect(fileSize('en', 1_420_000)).toBe('1.4 MB');
});
