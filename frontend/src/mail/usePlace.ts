import { useLocation, useSearch } from 'wouter';
import { type Place, placeHref, readPlace } from './place';

/** Where one is in Mail, and how to go elsewhere: what isn't named stays as it is. */
export function usePlace() {
  const [path, navigate] = useLocation();
  const place = readPlace(path, useSearch());
  const hrefTo = (change: Partial<Place>): string => placeHref({ ...place, ...change });
  return {
    place,
    hrefTo,
    go: (change: Partial<Place>, options?: { replace?: boolean }) => navigate(hrefTo(change), options),
  };
}
