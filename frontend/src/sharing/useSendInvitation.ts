import { graphql } from 'react-relay/hooks';
import type {
  SendInvitationInput,
  useSendInvitationMutation,
} from '../__generated__/useSendInvitationMutation.graphql';
import { useAct } from '../api/useAct';

/** Has the link sent by e-mail. */
export function useSendInvitation() {
  const [act, busy] = useAct<useSendInvitationMutation>(mutation);
  const send = (input: SendInvitationInput) => act({ input });
  return [send, busy] as const;
}

const mutation = graphql`
  mutation useSendInvitationMutation($input: SendInvitationInput!) {
    sendInvitation(input: $input) {
      invitation {
        id
        email
        sentAt
      }
    }
  }
`;
