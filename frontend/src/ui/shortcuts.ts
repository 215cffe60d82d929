import { useEffect, useEffectEvent } from 'react';

/** What keys do, by the keys: `{ e: archive, 'g i': openInbox, '?': showHelp, 'mod+k': openPalette }`. */
export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>;

const SEQUENCE = 1_000; // ms between the keys of a sequence
const REPEATING = new Set(['j', 'k']); // a held key walks on, but never archives a second message

/** True where keys are for writing, or for a menu or a dialog that has its own. */
const isTaken = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest(
    'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], [role=menu], [role=dialog], [role=listbox]',
  ) !== null;

/**
 * The name of the key that was pressed, as shortcuts are written. `mod` is ⌘ on a Mac and Ctrl elsewhere; `shift`
 * is named with letters only, since what it makes of other keys (`?`, `#`) differs from keyboard to keyboard.
 */
function keyOf(event: KeyboardEvent): string {
  const { key } = event;
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : '';
  const alt = event.altKey ? 'alt+' : '';
  const shift = event.shiftKey && isLetter ? 'shift+' : '';
  return mod + alt + shift + (key.length === 1 ? key.toLowerCase() : key);
}

/** Listens for single keys and sequences anywhere on the page, save where somebody writes. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const run = useEffectEvent((keys: string): boolean => {
    shortcuts[keys]?.();
    return shortcuts[keys] !== undefined;
  });
  useEffect(() => {
    let prefix = '';
    let timer = 0;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const key = keyOf(event);
      if (event.repeat && !REPEATING.has(key)) return;
      if (isTaken(event.target) && !key.startsWith('mod+')) return;
      clearTimeout(timer);
      const handled = (prefix !== '' && run(`${prefix} ${key}`)) || run(key);
      if (handled) event.preventDefault();
      prefix = handled ? '' : key;
      timer = window.setTimeout(() => {
        prefix = '';
      }, SEQUENCE);
    };
    document.addEventListener('keydown', press);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', press);
    };
  }, []);
}
