import { useEffect, useState, useSyncExternalStore } from 'react';

/** How long to wait before trying again, in ms: doubled after each failure. */
export const FIRST_PAUSE = 1_000;
export const LONGEST_PAUSE = 16_000;

const QUIET = 3_000; // ms before anybody is told: most gaps are shorter

/** Whether the server can be reached, as far as requests and the socket have shown. */
let lostSince: Date | null = null;
const listeners = new Set<() => void>();

function change(next: Date | null): void {
  if ((lostSince === null) === (next === null)) return;
  lostSince = next;
  for (const listener of listeners) listener();
}

export const connection = {
  lost: () => change(new Date()),
  back: () => change(null),
  isLost: () => lostSince !== null,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Resolves when the connection is back, or after `limit` ms, whichever is first. */
export function connectionBack(limit: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, limit);
    const stop = connection.subscribe(() => {
      if (!connection.isLost()) done();
    });
  });
}

/** Since when there is no connection; null while there is one, and during the first three seconds without. */
export function useLostSince(): Date | null {
  const since = useSyncExternalStore(connection.subscribe, () => lostSince);
  const [told, setTold] = useState<Date | null>(null);
  useEffect(() => {
    if (!since) return undefined;
    const timer = setTimeout(setTold, QUIET, since);
    return () => clearTimeout(timer);
  }, [since]);
  return since && told === since ? since : null;
}
