// A small mailbox, as the server would answer, for the tests of what is live.

const NOON = Date.UTC(2026, 10, 23, 12);

/** An instant so many minutes after noon. */
export const minute = (after: number): string => new Date(NOON + after * 60_000).toISOString();

/** Threads by when their newest message came: a before x before b before y before c. */
const cameAt: Record<string, number> = { a: 1, x: 2, b: 3, y: 4, c: 5 };

export const SECRET = 'hush-hush';

const folder = (id: string, role: string) => ({
  id,
  role,
  name: SECRET,
  total: 3,
  unread: 1,
  mailbox: { id: 'box' },
});

export const mailboxAnswer = () => ({
  data: {
    viewer: {
      mailbox: {
        id: 'box',
        address: `${SECRET}@acme.example`,
        unread: 1,
        activityCursor: 'cursor',
        viewerPermissions: ['READ'],
        folders: [folder('inbox', 'INBOX'), folder('archive', 'ARCHIVE')],
        viewerAccess: null,
        canInvite: { allowed: true, reason: null, wayOut: null },
        userCount: 1,
        pendingInvitationCount: 0,
        organization: { id: 'acme', name: 'Acme', viewerRole: null, canAdminister: { allowed: true } },
        mailService: { id: 'service', defaultPermissions: [] },
      },
    },
  },
});

export const threadOf = (id: string) => ({
  __typename: 'Thread',
  id,
  subject: SECRET,
  snippet: SECRET,
  participants: [{ name: SECRET, address: `${SECRET}@x.example` }],
  messageCount: 1,
  unread: 1,
  starred: false,
  hasAttachments: false,
  lastMessageAt: minute(cameAt[id] ?? 0),
  folderIds: ['inbox'],
  mailbox: { id: 'box' },
});

export const folderAnswer = (role: string, ids: readonly string[], hasMore: boolean) => ({
  data: {
    viewer: {
      mailbox: {
        id: 'box',
        folder: {
          id: role.toLowerCase(),
          mailbox: { id: 'box' },
          threads: {
            edges: ids.map((id) => ({ cursor: id, node: threadOf(id) })),
            pageInfo: { endCursor: ids.at(-1), hasNextPage: hasMore },
          },
        },
      },
    },
  },
});

export const messageOf = (id: string) => ({
  __typename: 'Message',
  id,
  seen: false,
  starred: false,
  from: [{ name: SECRET, address: `${SECRET}@x.example` }],
  to: [{ name: SECRET, address: `${SECRET}@y.example` }],
  cc: [],
  replyTo: [],
  subject: SECRET,
  snippet: SECRET,
  sentAt: minute(0),
  receivedAt: minute(0),
  rawUrl: `/mail/raw/${SECRET}`,
  bodyUrl: `/mail/body/${SECRET}`,
  remoteImages: 0,
  plainText: true,
  defects: [SECRET],
  attachments: [
    { part: '2', name: SECRET, mediaType: 'text/plain', size: 1, url: `/mail/attachment/${SECRET}`, viewable: true },
  ],
  mailbox: { id: 'box' },
});
