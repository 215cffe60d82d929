import { graphql } from 'react-relay/hooks';
import type { UpdateProfileInput, useUpdateProfileMutation } from '../__generated__/useUpdateProfileMutation.graphql';
import { useAct } from '../api/useAct';

/** Changes what the viewer has chosen for themselves. */
export function useUpdateProfile() {
  const [act, busy] = useAct<useUpdateProfileMutation>(mutation);
  const update = (input: UpdateProfileInput) => act({ input });
  return [update, busy] as const;
}

const mutation = graphql`
  mutation useUpdateProfileMutation($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      viewer {
        user {
          id
          name
        }
        settings {
          language
          timeZone
          theme
          phone
        }
      }
    }
  }
`;
