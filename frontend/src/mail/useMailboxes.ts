import { graphql, useFragment } from 'react-relay/hooks';
import { ConnectionHandler, type RecordSourceSelectorProxy } from 'relay-runtime';
import type { useMailboxes_viewer$data, useMailboxes_viewer$key } from '../__generated__/useMailboxes_viewer.graphql';

type Node = NonNullable<NonNullable<NonNullable<useMailboxes_viewer$data['mailboxes']['edges']>[number]>['node']>;

/** A mailbox as it is listed. */
export type ListedMailbox = Node;

const KEY = 'useMailboxes_mailboxes';

/** Every mailbox that the viewer may open, by address. Those that were taken back are not among them. */
export function useMailboxes(viewer: useMailboxes_viewer$key): ListedMailbox[] {
  const { mailboxes } = useFragment(fragment, viewer);
  return (mailboxes.edges ?? []).flatMap((edge) => edge?.node ?? []).sort((a, b) => a.address.localeCompare(b.address));
}

/** Adds a mailbox that has just been given to the list, unless it stands there. */
export function listMailbox(store: RecordSourceSelectorProxy, id: string): void {
  const viewer = store.getRoot().getLinkedRecord('viewer');
  const connection = viewer && ConnectionHandler.getConnection(viewer, KEY);
  const mailbox = store.get(id);
  if (!connection || !mailbox) return;
  const edges = connection.getLinkedRecords('edges') ?? [];
  if (edges.some((edge) => edge?.getLinkedRecord('node')?.getDataID() === id)) return;
  const edge = ConnectionHandler.createEdge(store, connection, mailbox, 'MailboxEdge');
  edge.setValue('', 'cursor');
  ConnectionHandler.insertEdgeAfter(connection, edge);
}

const fragment = graphql`
  fragment useMailboxes_viewer on Viewer {
    mailboxes(first: 5000) @connection(key: "useMailboxes_mailboxes") {
      edges {
        node {
          id
          address
          unread
          organization {
            id
            name
          }
          viewerAccess {
            organization {
              id
              name
            }
            sharedBy {
              id
              name
            }
            until
          }
        }
      }
    }
  }
`;
