import { graphql } from 'react-relay/hooks';
import type { useUpdateGrantMutation } from '../__generated__/useUpdateGrantMutation.graphql';
import { useAct } from '../api/useAct';
import type { Terms } from './terms';

/** Changes what a grant allows, or until when. The row shows it before the server has answered. */
export function useUpdateGrant(id: string) {
  const [act] = useAct<useUpdateGrantMutation>(mutation);
  return (change: Partial<Terms>) =>
    act(
      { input: { grant: id, ...change } },
      {
        optimisticUpdater: (store) => {
          const grant = store.get(id);
          if (change.permissions) grant?.setValue([...change.permissions], 'permissions');
          if (change.expiresAt !== undefined) grant?.setValue(change.expiresAt, 'expiresAt');
          if (change.requiresSecondFactor !== undefined) {
            grant?.setValue(change.requiresSecondFactor, 'requiresSecondFactor');
          }
        },
      },
    );
}

const mutation = graphql`
  mutation useUpdateGrantMutation($input: UpdateGrantInput!) {
    updateGrant(input: $input) {
      grant {
        id
        permissions
        preset
        state
        expiresAt
        requiresSecondFactor
        userHasSecondFactor
      }
    }
  }
`;
