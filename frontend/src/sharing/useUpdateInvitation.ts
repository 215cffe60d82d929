import { graphql } from 'react-relay/hooks';
import type { useUpdateInvitationMutation } from '../__generated__/useUpdateInvitationMutation.graphql';
import { useAct } from '../api/useAct';
import type { Terms } from './terms';

/** Changes what a pending invitation offers. The row shows it before the server has answered. */
export function useUpdateInvitation(id: string) {
  const [act] = useAct<useUpdateInvitationMutation>(mutation);
  return ({ permissions, expiresAt, requiresSecondFactor }: Partial<Terms>) =>
    act(
      {
        input: {
          invitation: id,
          ...(permissions && { permissions }),
          ...(expiresAt !== undefined && { grantExpiresAt: expiresAt }),
          ...(requiresSecondFactor !== undefined && { requiresSecondFactor }),
        },
      },
      {
        optimisticUpdater: (store) => {
          const invitation = store.get(id);
          if (permissions) invitation?.setValue([...permissions], 'permissions');
          if (expiresAt !== undefined) invitation?.setValue(expiresAt, 'grantExpiresAt');
          if (requiresSecondFactor !== undefined) invitation?.setValue(requiresSecondFactor, 'requiresSecondFactor');
        },
      },
    );
}

const mutation = graphql`
  mutation useUpdateInvitationMutation($input: UpdateInvitationInput!) {
    updateInvitation(input: $input) {
      invitation {
        id
        permissions
        preset
        state
        grantExpiresAt
        requiresSecondFactor
        invitedBy {
          name
        }
      }
    }
  }
`;
