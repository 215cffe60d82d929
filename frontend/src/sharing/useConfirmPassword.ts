import { graphql } from 'react-relay/hooks';
import type { useConfirmPasswordMutation } from '../__generated__/useConfirmPasswordMutation.graphql';
import { useAct } from '../api/useAct';
import { keepProof } from './keepProof';

/** Step-up: proves the password again. For a while sensitive acts then need no proof of their own. */
export function useConfirmPassword() {
  const [act, busy] = useAct<useConfirmPasswordMutation>(mutation);
  const confirm = (password: string) =>
    act(
      { input: { password } },
      { updater: (store, answer) => keepProof(store, answer?.confirmPassword.steppedUpUntil) },
    );
  return [confirm, busy] as const;
}

const mutation = graphql`
  mutation useConfirmPasswordMutation($input: ConfirmPasswordInput!) {
    confirmPassword(input: $input) {
      steppedUpUntil
    }
  }
`;
