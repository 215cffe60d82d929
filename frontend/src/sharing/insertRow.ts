import { ConnectionHandler, type RecordSourceSelectorProxy } from 'relay-runtime';

/** The name of the Users table's connection, as UsersTable declares it. */
const TABLE = 'UsersTable_users';
const SECTIONS = ['Member', 'Grant', 'Invitation'];

const table = (store: RecordSourceSelectorProxy, mailboxId: string) => {
  const mailbox = store.get(mailboxId);
  // The whole table; a filtered one is asked for anew.
  return mailbox && ConnectionHandler.getConnection(mailbox, TABLE);
};

/** Adds a new grant or invitation to the table of a mailbox, where that is open, in the order the server keeps. */
export function insertRow(store: RecordSourceSelectorProxy, mailboxId: string, rowId: string): void {
  const users = table(store, mailboxId);
  const row = store.get(rowId);
  if (!users || !row) return;
  const edges = users.getLinkedRecords('edges') ?? [];
  if (edges.some((edge) => edge.getLinkedRecord('node')?.getDataID() === rowId)) return;
  const before = edges.find((edge) => {
    const other = edge.getLinkedRecord('node');
    return other && comesBefore(row, other);
  });
  const edge = ConnectionHandler.createEdge(store, users, row, 'MailboxUserEdge');
  edge.setValue(before?.getValue('cursor') ?? edges.at(-1)?.getValue('cursor') ?? '', 'cursor');
  const at = before ? edges.indexOf(before) : edges.length;
  users.setLinkedRecords([...edges.slice(0, at), edge, ...edges.slice(at)], 'edges');
}

type Row = NonNullable<ReturnType<RecordSourceSelectorProxy['get']>>;

/** Owners first, then grants by name, then invitations, the newest first. */
function comesBefore(row: Row, other: Row): boolean {
  const section = SECTIONS.indexOf(row.getType());
  const otherSection = SECTIONS.indexOf(other.getType());
  if (section !== otherSection) return section < otherSection;
  return row.getType() === 'Invitation' || nameOf(row).localeCompare(nameOf(other)) < 0;
}

const nameOf = (row: Row): string => String(row.getLinkedRecord('user')?.getValue('name') ?? '');

/** Takes a row out of the table, and out of the filtered one that is shown. */
export function removeRow(
  store: RecordSourceSelectorProxy,
  place: { mailboxId: string; connectionId?: string },
  rowId: string,
): void {
  const shown = place.connectionId === undefined ? null : store.get(place.connectionId);
  for (const users of [table(store, place.mailboxId), shown]) if (users) ConnectionHandler.deleteNode(users, rowId);
}
