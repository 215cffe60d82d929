import { graphql, useLazyLoadQuery } from 'react-relay/hooks';
import type { useOpenMailboxQuery, useOpenMailboxQuery$data } from '../__generated__/useOpenMailboxQuery.graphql';

export type OpenMailbox = NonNullable<NonNullable<useOpenMailboxQuery$data['viewer']>['mailbox']>;

/** The open mailbox; null when there is none of this address for the viewer. A new version reads it again. */
export function useOpenMailbox(address: string, version: number): OpenMailbox | null {
  const { viewer } = useLazyLoadQuery<useOpenMailboxQuery>(
    openMailboxQuery,
    { address },
    { fetchPolicy: 'store-and-network', fetchKey: version },
  );
  return viewer?.mailbox ?? null;
}

export const openMailboxQuery = graphql`
  query useOpenMailboxQuery($address: String!) {
    viewer {
      mailbox(address: $address) {
        id
        address
        unread
        activityCursor
        viewerPermissions
        folders {
          id
          role
          name
        }
        ...FolderNav_mailbox
        ...MailboxMenu_mailbox
        ...useThreadActs_mailbox
      }
    }
  }
`;
