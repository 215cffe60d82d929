import { graphql } from 'react-relay/hooks';
import type { useConfirmPasskeyMutation } from '../__generated__/useConfirmPasskeyMutation.graphql';
import { useAct } from '../api/useAct';
import type { PasskeyProof } from '../second-factor/passkeys';
import { keepProof } from './keepProof';

/** Step-up by a passkey: as good as the password. */
export function useConfirmPasskey() {
  const [act, busy] = useAct<useConfirmPasskeyMutation>(mutation);
  const confirm = (passkey: PasskeyProof) =>
    act(
      { input: { passkey } },
      { updater: (store, answer) => keepProof(store, answer?.confirmPasskey.steppedUpUntil) },
    );
  return [confirm, busy] as const;
}

const mutation = graphql`
  mutation useConfirmPasskeyMutation($input: ConfirmPasskeyInput!) {
    confirmPasskey(input: $input) {
      steppedUpUntil
    }
  }
`;
