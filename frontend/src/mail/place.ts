import { href } from '../href';

/** Where in Mail one is. The address bar holds all of it, so that back, reload and a copied link lead to the same. */
export interface Place {
  /** The mailbox; null: whichever was used last. */
  address: string | null;
  /** `inbox`, `starred`, `search`, another role in small letters, or the id of a folder that people made. */
  folder: string;
  thread: string | null;
  /** What is searched for, in the folder `search`. */
  query: string;
  /** The organization that the switcher is narrowed to. */
  organization: string | null;
}

export const INBOX = 'inbox';
export const STARRED = 'starred';
export const SEARCH = 'search';

/** Folders with a role, in the order in which people know them. */
export const roles = ['INBOX', 'DRAFTS', 'SENT', 'ARCHIVE', 'SPAM', 'TRASH'] as const;
export type Role = (typeof roles)[number];

export const slugOf = (folder: { id: string; role?: string | null }): string => folder.role?.toLowerCase() ?? folder.id;

/** The role that a folder of a place stands for; null for those that people made, and for views. */
export const roleOf = (slug: string): Role | null => roles.find((role) => role.toLowerCase() === slug) ?? null;

/** Reads a path such as /mail/info@acme.example/inbox/…, and what follows its question mark. */
export function readPlace(path: string, search: string): Place {
  const [, , address, folder, thread] = path.split('/').map(decoded);
  const query = new URLSearchParams(search);
  return {
    address: address || null,
    folder: folder || INBOX,
    thread: thread || null,
    query: query.get('q') ?? '',
    organization: query.get('organization'),
  };
}

export function placeHref({ address, folder, thread, query, organization }: Place): string {
  const kept = new URLSearchParams();
  if (folder === SEARCH && query) kept.set('q', query);
  if (organization) kept.set('organization', organization);
  const after = kept.size > 0 ? `?${kept}` : '';
  if (!address) return href.mail() + after;
  if (thread) return href.thread({ address, folder, thread }) + after;
  return (folder === INBOX ? href.mailbox({ address }) : href.folder({ address, folder })) + after;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a stray % that somebody typed
  }
}
