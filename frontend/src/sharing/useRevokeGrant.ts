import { graphql } from 'react-relay/hooks';
import type { useRevokeGrantMutation } from '../__generated__/useRevokeGrantMutation.graphql';
import { useAct } from '../api/useAct';
import { removeRow } from './insertRow';

/** Takes access back; its row leaves the table when the server has done it. */
export function useRevokeGrant(place: { mailboxId: string; connectionId?: string }) {
  const [act, busy] = useAct<useRevokeGrantMutation>(mutation);
  const revoke = (grant: string) =>
    act({ input: { grant } }, { updater: (store, answer) => answer?.revokeGrant && removeRow(store, place, grant) });
  return [revoke, busy] as const;
}

const mutation = graphql`
  mutation useRevokeGrantMutation($input: RevokeGrantInput!) {
    revokeGrant(input: $input) {
      revokedGrantId
      mailbox {
        id
        userCount
      }
    }
  }
`;
