import { graphql } from 'react-relay/hooks';
import type { useStartAuthenticatorMutation } from '../../__generated__/useStartAuthenticatorMutation.graphql';
import { asRefusal } from '../../api/refusal';
import { useAct } from '../../api/useAct';
import { useStepUp } from '../../sharing/StepUp';
import { useSharingRefusal } from '../../sharing/useSharingRefusal';
import { showToast } from '../../ui/toast';

/** What an authenticator app is to be taught. A secret: it is handed over and kept nowhere. */
export interface Offered {
  secret: string;
  uri: string;
}

/** Asks for a secret for an authenticator app. */
export function useStartAuthenticator(onOffered: (offered: Offered) => void) {
  const withStepUp = useStepUp();
  const say = useSharingRefusal();
  const [act, busy] = useAct<useStartAuthenticatorMutation>(mutation);
  const start = async () => {
    try {
      const offered = { secret: '', uri: '' };
      await withStepUp(() =>
        act(
          {},
          {
            updater: (store, answer) => {
              if (!answer) return;
              Object.assign(offered, answer.startAuthenticator);
              const record = store.getRootField('startAuthenticator');
              for (const name of ['secret', 'uri']) record.setValue('', name);
            },
          },
        ),
      );
      onOffered(offered);
    } catch (thrown) {
      await showToast({ text: say(asRefusal(thrown)) });
    }
  };
  return [start, busy] as const;
}

const mutation = graphql`
  mutation useStartAuthenticatorMutation {
    startAuthenticator {
      secret
      uri
    }
  }
`;
