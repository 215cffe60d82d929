import { type ReactNode, useMemo } from 'react';
import { graphql, useLazyLoadQuery, usePaginationFragment } from 'react-relay/hooks';
import type { StarredThreads_mailbox$key } from '../../__generated__/StarredThreads_mailbox.graphql';
import type { StarredThreadsPageQuery } from '../../__generated__/StarredThreadsPageQuery.graphql';
import type { StarredThreadsQuery } from '../../__generated__/StarredThreadsQuery.graphql';
import { ListGone } from './emptyStates';
import { type Listing, WINDOW } from './listed';

interface StarredThreadsProps {
  address: string;
  version: number;
  children: (listing: Listing) => ReactNode;
}

/** The threads with a starred message, from all folders. */
export function StarredThreads({ address, version, children }: StarredThreadsProps) {
  const { viewer } = useLazyLoadQuery<StarredThreadsQuery>(
    query,
    { address },
    { fetchPolicy: 'store-and-network', fetchKey: version },
  );
  return viewer?.mailbox ? <StarredWindow mailbox={viewer.mailbox}>{children}</StarredWindow> : <ListGone />;
}

function StarredWindow(props: { mailbox: StarredThreads_mailbox$key; children: StarredThreadsProps['children'] }) {
  const { data, hasNext, isLoadingNext, loadNext } = usePaginationFragment<
    StarredThreadsPageQuery,
    StarredThreads_mailbox$key
  >(fragment, props.mailbox);
  const { edges } = data.starred;
  // A thread that was wiped from the store leaves its place empty.
  const threads = useMemo(() => edges.flatMap(({ node }) => node ?? []), [edges]);
  return props.children({
    threads,
    onNearEnd: () => {
      if (hasNext && !isLoadingNext) loadNext(WINDOW);
    },
  });
}

const query = graphql`
  query StarredThreadsQuery($address: String!) {
    viewer {
      mailbox(address: $address) {
        id
        ...StarredThreads_mailbox
      }
    }
  }
`;

const fragment = graphql`
  fragment StarredThreads_mailbox on Mailbox
  @refetchable(queryName: "StarredThreadsPageQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 50 }, cursor: { type: "Cursor" }) {
    starred(first: $count, after: $cursor) @connection(key: "StarredThreads_starred") {
      edges {
        node {
          id
          lastMessageAt
          unread
          starred
          ...ThreadRow_thread
        }
      }
    }
  }
`;
