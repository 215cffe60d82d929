const STORED = 'latchkey.theme';

const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The theme as the API writes it; unknown ones follow the system. */
export const themeFrom = (theme: string): Theme => (theme === 'LIGHT' ? 'light' : theme === 'DARK' ? 'dark' : 'system');

export function currentTheme(): Theme {
  const stored = localStorage.getItem(STORED);
  return themes.find((theme) => theme === stored) ?? 'system';
}

/** Follows the system unless this browser was told otherwise. Called before the first paint, and again on each choice. */
export function applyTheme(theme: Theme = currentTheme()): void {
  if (theme === 'system') {
    localStorage.removeItem(STORED);
    delete document.documentElement.dataset.theme;
    return;
  }
  localStorage.setItem(STORED, theme);
  document.documentElement.dataset.theme = theme;
}
