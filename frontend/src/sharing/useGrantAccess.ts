import { graphql } from 'react-relay/hooks';
import type { GrantAccessInput, useGrantAccessMutation } from '../__generated__/useGrantAccessMutation.graphql';
import { useAct } from '../api/useAct';
import { insertRow } from './insertRow';

/** Gives a member access; the row stands in the table at once. */
export function useGrantAccess() {
  const [act, busy] = useAct<useGrantAccessMutation>(mutation);
  const grantAccess = async (input: GrantAccessInput) => {
    const { grantAccess: given } = await act(
      { input },
      {
        updater: (store, answer) => {
          if (answer?.grantAccess) insertRow(store, answer.grantAccess.mailbox.id, answer.grantAccess.grant.id);
        },
      },
    );
    return given.grant;
  };
  return [grantAccess, busy] as const;
}

const mutation = graphql`
  mutation useGrantAccessMutation($input: GrantAccessInput!) {
    grantAccess(input: $input) {
      grant {
        id
        user {
          name
        }
        ...GrantRow_grant
      }
      mailbox {
        id
        userCount
      }
    }
  }
`;
