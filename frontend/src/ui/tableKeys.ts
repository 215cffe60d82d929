import type { KeyboardEvent } from 'react';

const CONTROLS = 'a[href], button, input, select, [tabindex="0"]';

const controlsOf = (row: Element | null): HTMLElement[] => [...(row?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])];

/** In a table, ← and → walk the controls of a row, ↑ and ↓ those in the same place of the next; Tab still visits all. */
export function moveWithArrows(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const { target, key } = event;
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  // A menu or a dialog that a row opened is its child for React, but elsewhere in the document.
  if (!(target instanceof HTMLElement) || !event.currentTarget.contains(target)) return;
  const row = target.closest('tr');
  const controls = controlsOf(row);
  const at = controls.indexOf(target);
  if (at < 0 || !row) return;
  const forward = getComputedStyle(row).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  let next: HTMLElement | undefined;
  if (key === 'ArrowLeft' || key === 'ArrowRight') next = controls[at + (key === forward ? 1 : -1)];
  else if (key === 'ArrowUp' || key === 'ArrowDown') next = inSamePlace(row, controls, at, key === 'ArrowDown');
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Rows may hold fewer controls; the last one (the menu) counts from the end. */
function inSamePlace(row: Element, controls: HTMLElement[], at: number, down: boolean): HTMLElement | undefined {
  let other = down ? row.nextElementSibling : row.previousElementSibling;
  while (other && controlsOf(other).length === 0)
    other = down ? other.nextElementSibling : other.previousElementSibling;
  const there = controlsOf(other);
  return at === controls.length - 1 ? there.at(-1) : (there[at] ?? there.at(-1));
}
