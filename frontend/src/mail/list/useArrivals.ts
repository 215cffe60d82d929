import { useEffect, useRef, useState } from 'react';

const FRESH = 2_000; // ms for which an arrival is marked

/** The threads that came to a list from above while it was looked at, each for two seconds. */
export function useArrivals(threads: readonly { id: string }[]): ReadonlySet<string> {
  const known = useRef<ReadonlySet<string> | null>(null);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const before = known.current;
    known.current = new Set(threads.map(({ id }) => id));
    const came = before ? arrivedAbove(threads, before) : [];
    if (came.length === 0) return;
    setFresh((now) => new Set([...now, ...came]));
    setTimeout(() => setFresh((now) => new Set([...now].filter((id) => !came.includes(id)))), FRESH);
  }, [threads]);
  return fresh;
}

/** What is new above the last thread that was known; what is new below it is only the next window. */
export function arrivedAbove(threads: readonly { id: string }[], known: ReadonlySet<string>): string[] {
  const lastKnown = threads.findLastIndex(({ id }) => known.has(id));
  return threads
    .slice(0, Math.max(lastKnown, 0))
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => id);
}
