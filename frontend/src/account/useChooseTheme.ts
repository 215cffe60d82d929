import { graphql, useRelayEnvironment } from 'react-relay/hooks';
import type { useChooseThemeMutation } from '../__generated__/useChooseThemeMutation.graphql';
import { commit } from '../api/commit';
import { asRefusal } from '../api/refusal';
import { useRefusalText } from '../api/useRefusalText';
import { applyTheme, type Theme } from '../ui/theme';
import { showToast } from '../ui/toast';

/** Turns the page light or dark at once, and has the account remember it. */
export function useChooseTheme(): (theme: Theme) => void {
  const environment = useRelayEnvironment();
  const say = useRefusalText();
  return (theme) => {
    applyTheme(theme);
    const chosen = theme.toUpperCase() as 'DARK';
    commit<useChooseThemeMutation>(
      environment,
      mutation,
      { input: { theme: chosen } },
      {
        optimisticUpdater: (store) =>
          store.getRoot().getLinkedRecord('viewer')?.getLinkedRecord('settings')?.setValue(chosen, 'theme'),
      },
    ).catch((thrown) => showToast({ text: say(asRefusal(thrown)) }));
  };
}

const mutation = graphql`
  mutation useChooseThemeMutation($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      viewer {
        settings {
          theme
        }
      }
    }
  }
`;
