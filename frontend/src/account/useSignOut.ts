import { graphql } from 'react-relay/hooks';
import type { useSignOutMutation } from '../__generated__/useSignOutMutation.graphql';
import { asRefusal } from '../api/refusal';
import { useAct } from '../api/useAct';
import { useRefusalText } from '../api/useRefusalText';
import { paths } from '../href';
import { showToast } from '../ui/toast';

/** Ends the session. The page is left for good, so that nothing that was read stays in its memory. */
export function useSignOut(): () => Promise<void> {
  const [act] = useAct<useSignOutMutation>(mutation);
  const say = useRefusalText();
  return async () => {
    try {
      await act({ input: {} });
      location.assign(paths.signIn);
    } catch (thrown) {
      await showToast({ text: say(asRefusal(thrown)) });
    }
  };
}

const mutation = graphql`
  mutation useSignOutMutation($input: SignOutInput!) {
    signOut(input: $input) {
      signedOut
    }
  }
`;
