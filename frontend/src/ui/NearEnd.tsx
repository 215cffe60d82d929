import { useEffect, useEffectEvent, useRef } from 'react';
import { Skeleton } from './Skeleton';

const MARGIN = '600px'; // before the end is in sight, so that scrolling doesn't stop there

/** Stands at the end of what was loaded so far, and asks for more when it comes near. */
export function NearEnd({ onNear }: { onNear: () => void }) {
  const end = useRef<HTMLDivElement>(null);
  const near = useEffectEvent(onNear);
  useEffect(() => {
    if (!end.current) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && near(), { rootMargin: MARGIN });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={end}>
      <Skeleton lines={2} />
    </div>
  );
}
