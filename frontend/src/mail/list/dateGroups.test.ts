import english from 'virtual:messages/en/mail';
import { setupI18n } from '@lingui/core';
import { expect, test } from 'vitest';
import type { Translation } from '../../i18n/translation';
import { dateGroup, rowsOf } from './dateGroups';

const i18n = setupI18n({ locale: 'en', messages: { en: english } });
const translation: Translation = { t: (key, values) => i18n._(key, values), language: 'en' };
const wednesday = new Date(2026, 10, 25, 15, 0);

test.each([
  ['this morning', new Date(2026, 10, 25, 0, 5), 'Today'],
  ['the sender’s clock runs ahead', new Date(2026, 10, 26, 9, 0), 'Today'],
  ['late last night', new Date(2026, 10, 24, 23, 55), 'Yesterday'],
  ['the Monday of this week', new Date(2026, 10, 23, 9, 0), 'This week'],
  ['the Sunday before it', new Date(2026, 10, 22, 9, 0), 'Last week'],
  ['the Monday of last week', new Date(2026, 10, 16, 9, 0), 'Last week'],
  ['earlier in the month', new Date(2026, 10, 15, 9, 0), 'November'],
  ['another month', new Date(2026, 8, 1, 9, 0), 'September'],
  ['another year', new Date(2025, 8, 1, 9, 0), 'September 2025'],
])('%s', (_name, at, group) => {
  expect(dateGroup(at, wednesday, translation)).toBe(group);
});

test('each group is headed once', () => {
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString();
  const threads = [
    { id: 'a', lastMessageAt: at(25, 12) },
    { id: 'b', lastMessageAt: at(25, 9) },
    { id: 'c', lastMessageAt: at(24, 9) },
  ];
  expect(rowsOf(threads, wednesday, translation).map(({ id }) => id)).toEqual([
    'head:Today',
    'a',
    'b',
    'head:Yesterday',
    'c',
  ]);
});
