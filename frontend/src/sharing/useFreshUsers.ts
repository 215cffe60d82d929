import { useEffect, useEffectEvent } from 'react';
import { fetchQuery, useRelayEnvironment } from 'react-relay/hooks';
import type { UsersTablePageQuery } from '../__generated__/UsersTablePageQuery.graphql';
import page from '../__generated__/UsersTablePageQuery.graphql';

const MOST = 100; // rows asked for at once

/** Asks again, quietly, when the window comes back to the front: others may have accepted meanwhile. */
export function useFreshUsers(mailboxId: string, filter: string, loaded: number): void {
  const environment = useRelayEnvironment();
  const refresh = useEffectEvent(() => {
    if (loaded > MOST || document.visibilityState === 'hidden') return; // a long table keeps its place
    const variables = { id: mailboxId, filter: filter || null, count: Math.max(loaded, 50) };
    // What is shown stays when it fails; the next time is soon.
    fetchQuery<UsersTablePageQuery>(environment, page, variables).subscribe({ error: () => undefined });
  });
  useEffect(() => {
    const run = () => refresh();
    window.addEventListener('focus', run);
    document.addEventListener('visibilitychange', run);
    return () => {
      window.removeEventListener('focus', run);
      document.removeEventListener('visibilitychange', run);
    };
  }, []);
}
