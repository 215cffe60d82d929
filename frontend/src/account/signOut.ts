import { graphql } from 'react-relay/hooks';
import type { Environment } from 'relay-runtime';
import type { signOutMutation } from '../__generated__/signOutMutation.graphql';
import { commit } from '../api/commit';
import { paths } from '../href';

/** Ends the session. The page is left for good, so that nothing that was read stays in its memory. */
export async function signOut(environment: Environment): Promise<void> {
  await commit<signOutMutation>(environment, mutation, { input: {} });
  location.assign(paths.signIn);
}

const mutation = graphql`
  mutation signOutMutation($input: SignOutInput!) {
    signOut(input: $input) {
      signedOut
    }
  }
`;
