/** A day as an input writes it: YYYY-MM-DD, in local time. */
export function dayOf(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The last second of a day, where the person is: access until 31 December lasts through that day. */
export const endOfDay = (day: string): Date => new Date(`${day}T23:59:59`);

/** The same as the API wants it; null stays null: no end. */
export const endInstant = (day: string | null): string | null => (day ? endOfDay(day).toISOString() : null);

/** The days that are offered: in a week, a month, three months, and at the end of the year when that is not near. */
export function offeredDays(today: Date): string[] {
  const after = (months: number, days: number) =>
    dayOf(new Date(today.getFullYear(), today.getMonth() + months, today.getDate() + days));
  const days = [
    after(0, 7),
    after(1, 0),
    after(3, 0),
    `${today.getFullYear()}-12-31`,
    `${today.getFullYear() + 1}-12-31`,
  ];
  return [...new Set(days)].filter((day) => day > dayOf(today)).sort();
}
