import { useEffect, useState } from 'react';

const SECOND = 1_000;

/** Whole seconds until an instant (ms since 1970), counted down; 0 when it has come, or there is none. */
export function useCountdown(until: number | null): number {
  const [now, setNow] = useState(Date.now);
  const left = until === null ? 0 : Math.max(0, Math.ceil((until - now) / SECOND));
  const running = until !== null && until > Date.now();
  useEffect(() => {
    if (!running) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, [running]);
  return left;
}

/** Seconds as a clock counts them: "0:24", "4:00". */
export const minutesAndSeconds = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
