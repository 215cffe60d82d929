/**
 * Remembers the row beside one that may leave its table. The answer leads
 * focus there, if it would be lost otherwise.
 */
export function leaveRow(row: HTMLTableRowElement | null): () => void {
  const next = row?.nextElementSibling ?? row?.previousElementSibling;
  return () => {
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) next?.querySelector<HTMLElement>('[data-more] button')?.focus();
    });
  };
}

const NEW = 5_000; // ms during which a row counts as just arrived

export const isRecent = (at: string): boolean => Math.abs(Date.now() - new Date(at).getTime()) < NEW;
