/** The languages the interface speaks, each by its own name. */
export const languages = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  it: 'Italiano',
  es: 'Español',
} as const;

export type Language = keyof typeof languages;

const STORED = 'latchkey.language';

export const isLanguage = (code: string | null | undefined): code is Language => Boolean(code && code in languages);

/** The language chosen here before, else the first of the browser's that we speak, else English. */
export function preferredLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (isLanguage(stored)) return stored;
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

/**
 * Keeps the choice in this browser, or none, and starts again in that language:
 * half a page in each would be worse than a blink.
 */
export function chooseLanguage(language: Language | null): void {
  if (language) localStorage.setItem(STORED, language);
  else localStorage.removeItem(STORED);
  location.reload();
}

/** Goes over to what the account was told in another browser. An account that was told nothing takes what it finds. */
export function followLanguage(chosen: string | null | undefined): void {
  const language = chosen?.toLowerCase();
  if (isLanguage(language) && language !== preferredLanguage()) chooseLanguage(language);
}
