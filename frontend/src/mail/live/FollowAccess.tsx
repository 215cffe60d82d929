import { useCallback, useEffect, useRef, useState } from 'react';
import type { AccessEvent } from './accessEvent';
import { useMailboxAccess } from './useMailboxAccess';

const PAUSE = 5_000; // ms before a refused subscription is tried again

/** The one subscription to the viewer's access. A cursor that is refused is dropped: then it goes on from now. */
export function FollowAccess(props: { cursor: string; onEvent: (event: AccessEvent) => void }) {
  const [after, setAfter] = useState<string | null>(props.cursor);
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(props.onEvent);
  useEffect(() => {
    latest.current = props.onEvent;
  });
  const onEvent = useCallback((event: AccessEvent) => latest.current(event), []);
  const onError = useCallback(() => {
    setTimeout(() => {
      setAfter(null);
      setAttempt((count) => count + 1);
    }, PAUSE);
  }, []);
  useMailboxAccess({ after, attempt, onEvent, onError });
  return null;
}
