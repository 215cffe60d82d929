import { graphql } from 'react-relay/hooks';
import type {
  CreateInvitationInput,
  useCreateInvitationMutation,
} from '../__generated__/useCreateInvitationMutation.graphql';
import { useAct } from '../api/useAct';
import { insertRow } from './insertRow';
import type { MadeInvitation } from './inviteState';

/** Makes an invitation and its link; the row stands in the table at once. */
export function useCreateInvitation() {
  const [act, busy] = useAct<useCreateInvitationMutation>(mutation);
  const createInvitation = async (input: CreateInvitationInput): Promise<MadeInvitation> => {
    let link = '';
    const { createInvitation: made } = await act(
      { input },
      {
        updater: (store, answer) => {
          const payload = answer?.createInvitation;
          if (!payload) return;
          insertRow(store, payload.mailbox.id, payload.invitation.id);
          // The link is a secret: it is handed over once and kept nowhere.
          link = payload.link;
          store.getRootField('createInvitation').setValue('', 'link');
        },
      },
    );
    return { id: made.invitation.id, link, expiresAt: made.invitation.expiresAt };
  };
  return [createInvitation, busy] as const;
}

const mutation = graphql`
  mutation useCreateInvitationMutation($input: CreateInvitationInput!) {
    createInvitation(input: $input) {
      link
      invitation {
        id
        expiresAt
        ...InvitationRow_invitation
      }
      mailbox {
        id
        pendingInvitationCount
      }
    }
  }
`;
