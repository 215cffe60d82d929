type Names<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;
type Parameters<P extends string> = [Names<P>] extends [never] ? [] : [parameters: Record<Names<P>, string>];

/** Every path there is, written here and nowhere else: as patterns for the router, as functions in href. */
export const paths = {
  home: '/',
  mail: '/mail',
  mailbox: '/mail/:address',
  folder: '/mail/:address/:folder',
  thread: '/mail/:address/:folder/:thread',
  manager: '/manager',
  organization: '/manager/:organization',
  members: '/manager/:organization/members',
  organizationSecurity: '/manager/:organization/security',
  mailService: '/manager/:organization/:service',
  address: '/manager/:organization/:service/:address',
  addressTab: '/manager/:organization/:service/:address/:tab',
  account: '/account',
  accountSecurity: '/account/security',
  accountLook: '/account/look',
  signIn: '/sign-in',
  setUp: '/setup',
  invitation: '/iw/:token',
  signUp: '/iw/:token/sign-up',
  terms: '/terms',
  privacy: '/privacy',
} as const;

type Paths = typeof paths;

/** `href.mailbox({ address })`: the path with its parameters, each encoded. A missing one fails the build. */
export const href = Object.fromEntries(
  Object.entries(paths).map(([name, path]) => [
    name,
    (parameters: Record<string, string> = {}) =>
      // An @ needs no encoding in a path, and addresses are easier to read with it.
      path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(parameters[key] ?? '').replace('%40', '@')),
  ]),
) as { [Name in keyof Paths]: (...parameters: Parameters<Paths[Name]>) => string };

/** A path on this origin, or the fallback: what comes from the address bar must never lead elsewhere. */
export function sameOriginPath(asked: string | null, fallback: string): string {
  if (!asked?.startsWith('/')) return fallback;
  try {
    const url = new URL(asked, location.origin);
    return url.origin === location.origin ? url.pathname + url.search + url.hash : fallback;
  } catch {
    return fallback;
  }
}

/** The way to sign in and come back to where one was, or to another path of ours. */
export function signInHref(back: string, options: { switchAccount?: boolean } = {}): string {
  const query = new URLSearchParams({ return: back });
  if (options.switchAccount) query.set('switch', '1');
  return `${paths.signIn}?${query}`;
}

/** The way to set up a second factor and come back to what asked for one. */
export const secondFactorHref = (back: string): string =>
  `${paths.accountSecurity}?${new URLSearchParams({ return: back })}`;
