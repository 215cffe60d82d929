import { useCallback, useEffect, useRef } from 'react';
import { fetchQuery, useRelayEnvironment } from 'react-relay/hooks';
import type { ReaderQuery } from '../../__generated__/ReaderQuery.graphql';
import { loadReaderQuery } from '../parts';

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
        // A failure shows when the thread is opened, not before.
        const ignored = { error: () => undefined };
        loadReaderQuery().then((query) => {
          fetchQuery<ReaderQuery>(environment, query, { thread: id }, { fetchPolicy: 'store-or-network' }).subscribe(
            ignored,
          );
        }, ignored.error);
      }, STAYS);
    },
    [environment],
  );
}
