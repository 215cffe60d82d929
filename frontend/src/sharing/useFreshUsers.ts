import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { fetchQuery, graphql, useRelayEnvironment, useSubscription } from 'react-relay/hooks';
import type { GraphQLSubscriptionConfig } from 'relay-runtime';
import type { UsersTablePageQuery } from '../__generated__/UsersTablePageQuery.graphql';
import page from '../__generated__/UsersTablePageQuery.graphql';
import type { useFreshUsersSubscription } from '../__generated__/useFreshUsersSubscription.graphql';

const MOST = 100; // rows asked for at once

interface Shown {
  mailboxId: string;
  /** The cursor that was read with the table. The first counts: what came after it is replayed. */
  cursor: string;
  filter: string;
  /** Rows that are loaded. */
  loaded: number;
}

/** Asks again, quietly, when who may use the mailbox has changed, and when the window comes back to the front. */
export function useFreshUsers({ mailboxId, cursor, filter, loaded }: Shown): void {
  const environment = useRelayEnvironment();
  const [after] = useState(cursor);
  const refresh = useEffectEvent(() => {
    if (loaded > MOST || document.visibilityState === 'hidden') return; // a long table keeps its place
    const variables = { id: mailboxId, filter: filter || null, count: Math.max(loaded, 50) };
    // What is shown stays when it fails; the next time is soon.
    fetchQuery<UsersTablePageQuery>(environment, page, variables).subscribe({ error: () => undefined });
  });
  const [changes, setChanges] = useState(0);
  const config = useMemo<GraphQLSubscriptionConfig<useFreshUsersSubscription>>(
    () => ({
      subscription,
      variables: { mailbox: mailboxId, after },
      onNext: (data) => {
        const kind = data?.mailboxActivity.kind;
        if (kind === 'USERS_CHANGED' || kind === 'RESYNC') setChanges((count) => count + 1);
      },
      onError: () => undefined, // the window's focus still refreshes
    }),
    [mailboxId, after],
  );
  useSubscription(config);
  useEffect(() => {
    if (changes > 0) refresh();
  }, [changes]);
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

const subscription = graphql`
  subscription useFreshUsersSubscription($mailbox: ID!, $after: Cursor) {
    mailboxActivity(mailbox: $mailbox, after: $after) {
      cursor
      kind
    }
  }
`;
