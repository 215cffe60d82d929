import { useCallback, useEffect, useRef, useState } from 'react';
import { type MailboxEvent, useMailboxActivity } from './useMailboxActivity';

interface FollowMailboxProps {
  mailboxId: string;
  /** The cursor that was read with the mailbox. The first counts: what came after it is replayed. */
  cursor: string;
  onResync: () => void;
}

const PAUSE = 5_000; // ms before a refused subscription is tried again

/** The one subscription to the open mailbox. */
export function FollowMailbox({ mailboxId, cursor, onResync }: FollowMailboxProps) {
  const [after, setAfter] = useState(cursor);
  const latest = useRef({ cursor, onResync });
  useEffect(() => {
    latest.current = { cursor, onResync };
  });
  const onEvent = useCallback((event: MailboxEvent) => {
    if (event.kind === 'RESYNC') latest.current.onResync();
  }, []);
  // The cursor was too old, or access has ended: the first is mended by reading again, of the second `access` tells.
  const onError = useCallback(() => {
    setTimeout(() => {
      latest.current.onResync();
      setAfter(latest.current.cursor);
    }, PAUSE);
  }, []);
  useMailboxActivity({ mailboxId, after, onEvent, onError });
  return null;
}
