import type { RecordProxy, RecordSourceProxy } from 'relay-runtime';

/** Counts before their time; the server's own follow with the answer. */
export function countUnread(folder: RecordProxy | null | undefined, by: number): void {
  if (!folder || by === 0) return;
  folder.setValue(Math.max(0, Number(folder.getValue('unread') ?? 0) + by), 'unread');
  if (folder.getValue('role') !== 'INBOX') return;
  const mailbox = folder.getLinkedRecord('mailbox');
  mailbox?.setValue(Math.max(0, Number(mailbox.getValue('unread') ?? 0) + by), 'unread');
}

/** The folders that a thread's messages lie in. */
export const foldersOf = (store: RecordSourceProxy, thread: RecordProxy): RecordProxy[] =>
  ((thread.getValue('folderIds') as string[] | undefined) ?? []).flatMap((id) => store.get(id) ?? []);
