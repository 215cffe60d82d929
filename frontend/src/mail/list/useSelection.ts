import { useState } from 'react';

/** Which rows are chosen, across a list that changes: what has left it is not chosen any more. */
export function useSelection(order: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  const selected = order.filter((id) => chosen.has(id));
  return {
    selected,
    has: (id: string): boolean => chosen.has(id),
    /** With `range`, all from the one chosen last up to this one. */
    select: (id: string, on: boolean, range = false) => {
      const next = new Set(selected);
      for (const one of range && last ? between(order, last, id) : [id]) {
        if (on) next.add(one);
        else next.delete(one);
      }
      setChosen(next);
      setLast(id);
    },
    clear: () => setChosen(new Set()),
  };
}

/** All from one row to another, both included, whichever comes first. */
export function between(order: readonly string[], a: string, b: string): readonly string[] {
  const [from, to] = [order.indexOf(a), order.indexOf(b)].sort((x, y) => x - y);
  if (from === undefined || to === undefined || from < 0) return [b];
  return order.slice(from, to + 1);
}
