import { useEffect, useState } from 'react';

const PAUSE = 300; // ms without a key, after which typing counts as done

/** A value that follows typing once it pauses, so that not every key asks the server. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
