import { useEffect, useState } from 'react';
import { fetchQuery, graphql, useRelayEnvironment } from 'react-relay/hooks';
import type { useHasPasskeyQuery } from '../__generated__/useHasPasskeyQuery.graphql';
import { passkeysWork } from '../second-factor/passkeysWork';

/** Whether the viewer can prove themselves with a passkey in this browser. False until that is known: the password always works. */
export function useHasPasskey(): boolean {
  const environment = useRelayEnvironment();
  const [has, setHas] = useState(false);
  useEffect(() => {
    if (!passkeysWork()) return undefined;
    const reading = fetchQuery<useHasPasskeyQuery>(environment, query, {}).subscribe({
      next: ({ viewer }) => setHas((viewer?.security.passkeys.length ?? 0) > 0),
      error: () => undefined, // then there is the password
    });
    return () => reading.unsubscribe();
  }, [environment]);
  return has;
}

const query = graphql`
  query useHasPasskeyQuery {
    viewer {
      security {
        passkeys {
          id
        }
      }
    }
  }
`;
