import { useRoute } from 'wouter';
import { paths } from '../href';

/** The organization that the address bar names. In a file of its own: relay-compiler takes the pattern for a comment. */
export function useOrganizationId(): string | null {
  const [isInside, parameters] = useRoute(`${paths.organization}/*?`);
  return isInside ? parameters.organization : null;
}
