import { graphql } from 'react-relay/hooks';
import type { useDeleteInvitationMutation } from '../__generated__/useDeleteInvitationMutation.graphql';
import { useAct } from '../api/useAct';
import { removeRow } from './insertRow';

/** Withdraws an invitation: its link dies, its row leaves the table. */
export function useDeleteInvitation(place: { mailboxId: string; connectionId?: string }) {
  const [act, busy] = useAct<useDeleteInvitationMutation>(mutation);
  const withdraw = (invitation: string) =>
    act(
      { input: { invitation } },
      { updater: (store, answer) => answer?.deleteInvitation && removeRow(store, place, invitation) },
    );
  return [withdraw, busy] as const;
}

const mutation = graphql`
  mutation useDeleteInvitationMutation($input: DeleteInvitationInput!) {
    deleteInvitation(input: $input) {
      deletedInvitationId
      mailbox {
        id
        pendingInvitationCount
      }
    }
  }
`;
