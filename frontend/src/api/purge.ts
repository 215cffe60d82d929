import { commitLocalUpdate, type IEnvironment } from 'relay-runtime';

/**
 * What an environment must remember about mailboxes that were taken away: an
 * answer that was on its way at that moment must not bring them back.
 */
export class Purges {
  /** Rises with each purge; an answer to a request of an earlier epoch is stale. */
  epoch = 0;
  /** Ids of mailboxes that are gone, until readmitted. */
  readonly gone = new Set<string>();
}

const purges = new WeakMap<IEnvironment, Purges>();

export function rememberPurges(environment: IEnvironment, memory: Purges): void {
  purges.set(environment, memory);
}

type Fields = Record<string, unknown> | null | undefined;

// They belong to no mailbox: they stay when one of theirs goes.
const SHARED = new Set(['Mailbox', 'User', 'Organization', 'Member', 'MailService', 'Viewer', '__Root']);

function* links(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  if ('__ref' in value && typeof value.__ref === 'string') yield value.__ref;
  if ('__refs' in value && Array.isArray(value.__refs)) {
    for (const id of value.__refs) if (typeof id === 'string') yield id;
  }
}

/**
 * Deletes a mailbox from the store, with everything it leads to and everything
 * that names it as its `mailbox`, at once and without a request. Every type
 * that belongs to a mailbox has that field; select it wherever such an object
 * is reached through `node`.
 */
export function purgeMailbox(environment: IEnvironment, mailboxId: string): void {
  const memory = purges.get(environment);
  if (memory) {
    memory.epoch += 1;
    memory.gone.add(mailboxId);
  }
  wipe(environment, mailboxId);
}

/** Lets a mailbox that was given again be read again. */
export function readmitMailbox(environment: IEnvironment, mailboxId: string): void {
  purges.get(environment)?.gone.delete(mailboxId);
}

/** The store's part of a purge: also run after a stale answer has landed. */
export function wipe(environment: IEnvironment, mailboxId: string): void {
  const source = environment.getStore().getSource();
  const fieldsOf = (id: string) => source.get(id) as Fields;
  const doomed = new Set([mailboxId]);
  for (const id of source.getRecordIDs()) {
    for (const owner of links(fieldsOf(id)?.mailbox)) if (owner === mailboxId) doomed.add(id);
    if (id.startsWith(`client:${mailboxId}:`)) doomed.add(id);
  }
  // A set may grow while it is walked: what is added is visited too.
  for (const id of doomed) {
    for (const value of Object.values(fieldsOf(id) ?? {})) {
      for (const next of links(value)) if (!SHARED.has(String(fieldsOf(next)?.__typename))) doomed.add(next);
    }
  }
  commitLocalUpdate(environment, (store) => {
    for (const id of doomed) store.delete(id);
  });
}
