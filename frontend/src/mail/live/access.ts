import { createContext, use, useEffect } from 'react';

/** How an access ended, for the page that covers the mailbox. */
export interface Ended {
  kind: 'REVOKED' | 'EXPIRED' | 'LEFT';
  at: string;
  /** Whoever did it; null when time did. */
  actorName: string | null;
  /** Nobody took it back: it demands a second factor, which the viewer has no more. */
  forFactor: boolean;
}

export interface Access {
  /** Mailboxes that were taken away while this page was open, by address. */
  ended: ReadonlyMap<string, Ended>;
  /** Ids of mailboxes that have just come; each for two seconds. */
  fresh: ReadonlySet<string>;
  /** Begins to follow what changes after this cursor; later cursors are ignored, since nothing is missed. */
  follow: (cursor: string) => void;
}

export const AccessContext = createContext<Access>({ ended: new Map(), fresh: new Set(), follow: () => undefined });

export const useAccess = (): Access => use(AccessContext);

/** Follows the viewer's access from the moment at which this page read it. */
export function useFollowAccess(cursor: string): void {
  const { follow } = useAccess();
  useEffect(() => follow(cursor), [follow, cursor]);
}
