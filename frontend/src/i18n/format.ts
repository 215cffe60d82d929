const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STORED = 'latchkey.timeZone';
const formatters = new Map<string, Intl.DateTimeFormat>();
let zone = localStorage.getItem(STORED) ?? undefined; // kept, so that a page's first list is right

/** Times are told as they are there (an IANA name); null: as they are where the browser is. */
export function followTimeZone(name: string | null): void {
  if ((name ?? undefined) === zone) return;
  zone = name ?? undefined;
  formatters.clear();
  if (name) localStorage.setItem(STORED, name);
  else localStorage.removeItem(STORED);
}

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let found = formatters.get(key);
  if (!found) {
    // The reader's own country where the browser names it: 31/12 or 12/31, 14:00 or 2 PM.
    const own = navigator.languages.find((tag) => tag.startsWith(language)) ?? language;
    found = new Intl.DateTimeFormat(own, { ...options, timeZone: zone });
    formatters.set(key, found);
  }
  return found;
}

/** What a calendar on the wall says there, as a date of this browser's own zone. */
const onTheWall = (at: Date): Date =>
  zone ? new Date(`${at.toLocaleDateString('sv', { timeZone: zone })}T00:00`) : at; // Swedes write dates as ISO 8601

function midnight(at: Date): number {
  const day = onTheWall(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
}

const sameYear = (a: Date, b: Date): boolean => onTheWall(a).getFullYear() === onTheWall(b).getFullYear();

/** Whole days from one calendar day to another; negative for the past. Rounds over a change of summer time. */
export const daysBetween = (from: Date, to: Date): number => Math.round((midnight(to) - midnight(from)) / DAY);

/** A date in full: "31 December 2026". */
export const longDate = (language: string, at: Date): string =>
  formatter(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(at);

/** A date as short as it is clear: "31 Dec", with the year when it is not this one. */
export function shortDate(language: string, at: Date, now: Date = new Date()): string {
  const year = sameYear(at, now) ? undefined : 'numeric';
  return formatter(language, { day: 'numeric', month: 'short', year }).format(at);
}

/** The exact instant, for hover and for screen readers: "Friday, 20 November 2026 at 10:42". */
export const exactTime = (language: string, at: Date): string =>
  formatter(language, { dateStyle: 'full', timeStyle: 'short' }).format(at);

/** A month as a heading: "October", with the year when it is not this one. */
export function monthName(language: string, at: Date, now: Date = new Date()): string {
  const year = sameYear(at, now) ? undefined : 'numeric';
  const said = formatter(language, { month: 'long', year }).format(at);
  return said.charAt(0).toLocaleUpperCase(language) + said.slice(1);
}

export const clockTime = (language: string, at: Date): string => formatter(language, { timeStyle: 'short' }).format(at);

/** As lists of mail write it: "10:42" today, "20 Nov" this year, "20 Nov 2025" before. */
export const listTime = (language: string, at: Date, now: Date = new Date()): string =>
  daysBetween(now, at) === 0 ? clockTime(language, at) : shortDate(language, at, now);

/** How long ago: "now", "2 min ago", "2 hr ago", "yesterday"; after a week the date. */
export function ago(language: string, at: Date, now: Date = new Date()): string {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  const elapsed = now.getTime() - at.getTime();
  if (elapsed < MINUTE) return relative.format(0, 'second');
  if (elapsed < HOUR) return relative.format(-Math.floor(elapsed / MINUTE), 'minute');
  const days = daysBetween(at, now);
  if (days === 0) return relative.format(-Math.floor(elapsed / HOUR), 'hour');
  return days < 7 ? relative.format(-days, 'day') : shortDate(language, at, now);
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size in octets as people read it: "84 kB", "1.4 MB". */
export function fileSize(language: string, octets: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(octets, 1)) / 3), UNITS.length - 1);
  const value = octets / 1000 ** power;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: UNITS[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power >= 2 && value < 100 ? 1 : 0,
  }).format(value);
}

/** "Anna, Ben and Chloé", in the language's own way. */
export const list = (language: string, items: string[]): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(items);

/** "Anna, Ben or Chloé", in the language's own way. */
export const oneOf = (language: string, items: string[]): string =>
  new Intl.ListFormat(language, { type: 'disjunction' }).format(items);
