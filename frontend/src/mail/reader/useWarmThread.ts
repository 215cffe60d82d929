import { useCallback, useEffect, useRef } from 'react';
import { fetchQuery, useRelayEnvironment } from 'react-relay/hooks';
import type { ReaderQuery } from '../../__generated__/ReaderQuery.graphql';
import { readerQuery } from './Reader';

const STAYS = 80; // ms: a pointer that only passes over a row asks for nothing

/** Fetches a thread before it is opened, once a pointer or the focus stays with it. */
export function useWarmThread(): (id: string) => void {
  const environment = useRelayEnvironment();
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (id: string) => {
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        const options = { fetchPolicy: 'store-or-network' } as const;
        // A failure shows when the thread is opened, not before.
        fetchQuery<ReaderQuery>(environment, readerQuery, { thread: id }, options).subscribe({
          error: () => undefined,
        });
      }, STAYS);
    },
    [environment],
  );
}
