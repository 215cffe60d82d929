import { Suspense, useEffect, useState } from 'react';
import { LazyToasts } from './lazyOverlays';

/** Mounted once by the application. It fetches all that floats as soon as the page is idle. */
export function Toasts() {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(setIdle, 1_000, true);
      return () => clearTimeout(timer);
    }
    const id = requestIdleCallback(() => setIdle(true), { timeout: 3_000 });
    return () => cancelIdleCallback(id);
  }, []);
  return <Suspense>{idle && <LazyToasts />}</Suspense>;
}
