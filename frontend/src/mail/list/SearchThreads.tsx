import { type ReactNode, useMemo } from 'react';
import { graphql, useLazyLoadQuery, usePaginationFragment } from 'react-relay/hooks';
import type { SearchThreads_mailbox$key } from '../../__generated__/SearchThreads_mailbox.graphql';
import type { SearchThreadsPageQuery } from '../../__generated__/SearchThreadsPageQuery.graphql';
import type { SearchThreadsQuery } from '../../__generated__/SearchThreadsQuery.graphql';
import { ListGone } from './emptyStates';
import { type Listing, WINDOW } from './listed';

interface SearchThreadsProps {
  address: string;
  /** Words that all must be found. */
  words: string;
  children: (listing: Listing) => ReactNode;
}

/** The threads of a whole mailbox that hold all the words. */
export function SearchThreads({ address, words, children }: SearchThreadsProps) {
  const { viewer } = useLazyLoadQuery<SearchThreadsQuery>(
    query,
    { address, words },
    { fetchPolicy: 'store-and-network' },
  );
  return viewer?.mailbox ? <SearchWindow mailbox={viewer.mailbox}>{children}</SearchWindow> : <ListGone />;
}

function SearchWindow(props: { mailbox: SearchThreads_mailbox$key; children: SearchThreadsProps['children'] }) {
  const { data, hasNext, isLoadingNext, loadNext } = usePaginationFragment<
    SearchThreadsPageQuery,
    SearchThreads_mailbox$key
  >(fragment, props.mailbox);
  const { edges } = data.search;
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
  query SearchThreadsQuery($address: String!, $words: String!) {
    viewer {
      mailbox(address: $address) {
        id
        ...SearchThreads_mailbox @arguments(words: $words)
      }
    }
  }
`;

const fragment = graphql`
  fragment SearchThreads_mailbox on Mailbox
  @refetchable(queryName: "SearchThreadsPageQuery")
  @argumentDefinitions(
    words: { type: "String!" }
    count: { type: "Int", defaultValue: 50 }
    cursor: { type: "Cursor" }
  ) {
    search(query: $words, first: $count, after: $cursor) @connection(key: "SearchThreads_search", filters: ["query"]) {
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
