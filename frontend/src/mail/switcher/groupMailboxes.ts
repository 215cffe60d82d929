import { matches } from '../keyboard/matches';

interface Listed {
  readonly id: string;
  readonly address: string;
  readonly organization: { readonly id: string; readonly name: string };
  readonly viewerAccess: { readonly organization: { readonly id: string; readonly name: string } } | null | undefined;
}

export interface MailboxGroup<M> {
  id: string;
  name: string;
  mailboxes: M[];
}

/** Where a mailbox is listed: under the organization that the viewer chose for it, else under its owner. */
export const listedUnder = (mailbox: Listed): { readonly id: string; readonly name: string } =>
  mailbox.viewerAccess?.organization ?? mailbox.organization;

/** Mailboxes by organization, both by name. */
export function groupMailboxes<M extends Listed>(mailboxes: readonly M[]): MailboxGroup<M>[] {
  const groups = new Map<string, MailboxGroup<M>>();
  for (const mailbox of mailboxes) {
    const { id, name } = listedUnder(mailbox);
    const group = groups.get(id) ?? { id, name, mailboxes: [] };
    group.mailboxes.push(mailbox);
    groups.set(id, group);
  }
  return [...groups.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** Those of one organization, or of all (null), whose address or organization holds what was typed. */
export function narrow<M>(groups: readonly MailboxGroup<M>[], organization: string | null, typed: string) {
  const asked = groups.filter(({ id }) => organization === null || id === organization);
  return asked
    .map((group) => ({
      ...group,
      mailboxes: group.mailboxes.filter((one) =>
        matches(`${(one as { address: string }).address} ${group.name}`, typed),
      ),
    }))
    .filter(({ mailboxes }) => mailboxes.length > 0);
}
