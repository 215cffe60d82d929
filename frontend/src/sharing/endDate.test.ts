import { expect, test } from 'vitest';
import { dayOf, endInstant, endOfDay, offeredDays } from './endDate';

test('access until a day lasts through that day, where the person is', () => {
  expect(endOfDay('2026-12-31').getHours()).toBe(23);
  expect(dayOf(new Date(endInstant('2026-12-31') ?? ''))).toBe('2026-12-31');
  expect(endInstant(null)).toBeNull();
});

test('the days that are offered lie ahead, in order and each once', () => {
  expect(offeredDays(new Date(2026, 10, 23))).toEqual([
    '2026-11-30',
    '2026-12-23',
    '2026-12-31',
    '2027-02-23',
    '2027-12-31',
  ]);
  expect(offeredDays(new Date(2026, 11, 24))).toEqual(['2026-12-31', '2027-01-24', '2027-03-24', '2027-12-31']);
});
