import { daysBetween, monthName } from '../../i18n/format';
import type { Translation } from '../../i18n/translation';

/** The heading a thread stands under: by day when it is near, by week, then by month. Weeks begin on Monday. */
export function dateGroup(at: Date, now: Date, { t, language }: Translation): string {
  const ago = daysBetween(at, now);
  if (ago <= 0) return t('mail.today');
  if (ago === 1) return t('mail.yesterday');
  const daysOfThisWeek = (now.getDay() + 6) % 7;
  if (ago <= daysOfThisWeek) return t('mail.thisWeek');
  if (ago <= daysOfThisWeek + 7) return t('mail.lastWeek');
  return monthName(language, at, now);
}

export type Row<T> = { kind: 'head'; id: string; name: string } | { kind: 'thread'; id: string; thread: T };

/** Threads, newest first, with a heading before each group. */
export function rowsOf<T extends { id: string; lastMessageAt: string }>(
  threads: readonly T[],
  now: Date,
  translation: Translation,
): Row<T>[] {
  const rows: Row<T>[] = [];
  let group = '';
  for (const thread of threads) {
    const name = dateGroup(new Date(thread.lastMessageAt), now, translation);
    if (name !== group) rows.push({ kind: 'head', id: `head:${name}`, name });
    group = name;
    rows.push({ kind: 'thread', id: thread.id, thread });
  }
  return rows;
}
