import { graphql } from 'react-relay/hooks';
import type { Environment } from 'relay-runtime';
import type { sessionsSignOutMutation } from '../__generated__/sessionsSignOutMutation.graphql';
import type { sessionsSwitchMutation } from '../__generated__/sessionsSwitchMutation.graphql';
import { commit } from '../api/commit';
import { tellOtherTabs } from '../api/otherTabs';
import { href, paths } from '../href';

// The page is left for good each time, so that nothing that was read stays in its memory.

/** Ends the session. Another account that is signed in here acts from then on, unless all are signed out. */
export async function signOut(environment: Environment, { all = false } = {}): Promise<void> {
  const { signOut: answer } = await commit<sessionsSignOutMutation>(environment, signOutMutation, { input: { all } });
  tellOtherTabs();
  location.assign(answer.viewer ? href.mail() : paths.signIn);
}

/** Another account that is signed in within this browser acts from now on. */
export async function switchAccount(environment: Environment, user: string): Promise<void> {
  await commit<sessionsSwitchMutation>(environment, switchMutation, { input: { user } });
  tellOtherTabs();
  location.assign(href.mail());
}

const signOutMutation = graphql`
  mutation sessionsSignOutMutation($input: SignOutInput!) {
    signOut(input: $input) {
      viewer {
        user {
          id
        }
      }
    }
  }
`;

const switchMutation = graphql`
  mutation sessionsSwitchMutation($input: SwitchAccountInput!) {
    switchAccount(input: $input) {
      viewer {
        user {
          id
        }
      }
    }
  }
`;
