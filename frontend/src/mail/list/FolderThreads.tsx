import { type ReactNode, useMemo } from 'react';
import { graphql, useLazyLoadQuery, usePaginationFragment } from 'react-relay/hooks';
import type { FolderThreads_folder$key } from '../../__generated__/FolderThreads_folder.graphql';
import type { FolderThreadsPageQuery } from '../../__generated__/FolderThreadsPageQuery.graphql';
import type { FolderThreadsQuery } from '../../__generated__/FolderThreadsQuery.graphql';
import { roleOf } from '../place';
import { ListGone } from './emptyStates';
import { type Listing, WINDOW } from './listed';

interface FolderThreadsProps {
  address: string;
  /** As the address bar names it. */
  folder: string;
  version: number;
  children: (listing: Listing) => ReactNode;
}

/** The threads of a folder. */
export function FolderThreads({ address, folder, version, children }: FolderThreadsProps) {
  const { viewer } = useLazyLoadQuery<FolderThreadsQuery>(folderThreadsQuery, folderVariables(address, folder), {
    fetchPolicy: 'store-and-network',
    fetchKey: version,
  });
  const found = viewer?.mailbox?.folder;
  return found ? <FolderWindow folder={found}>{children}</FolderWindow> : <ListGone />;
}

function FolderWindow(props: { folder: FolderThreads_folder$key; children: FolderThreadsProps['children'] }) {
  const { data, hasNext, isLoadingNext, loadNext } = usePaginationFragment<
    FolderThreadsPageQuery,
    FolderThreads_folder$key
  >(fragment, props.folder);
  const { edges } = data.threads;
  // A thread that was wiped from the store leaves its place empty.
  const threads = useMemo(() => edges.flatMap(({ node }) => node ?? []), [edges]);
  return props.children({
    threads,
    onNearEnd: () => {
      if (hasNext && !isLoadingNext) loadNext(WINDOW);
    },
  });
}

export const folderVariables = (address: string, folder: string) => {
  const role = roleOf(folder);
  return { address, role, folder: role ? null : folder };
};

export const folderThreadsQuery = graphql`
  query FolderThreadsQuery($address: String!, $role: FolderRole, $folder: ID) {
    viewer {
      mailbox(address: $address) {
        id
        folder(role: $role, id: $folder) {
          id
          ...FolderThreads_folder
        }
      }
    }
  }
`;

const fragment = graphql`
  fragment FolderThreads_folder on Folder
  @refetchable(queryName: "FolderThreadsPageQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 50 }, cursor: { type: "Cursor" }) {
    mailbox {
      id
    }
    threads(first: $count, after: $cursor) @connection(key: "FolderThreads_threads") {
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
