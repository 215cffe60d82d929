import type { Key } from '../../i18n/keys';

/** What keys do in Mail, as people know them from elsewhere. The help sheet and the palette read the same list. */
export const keys = {
  next: 'j',
  previous: 'k',
  open: 'o',
  back: 'u',
  archive: 'e',
  trash: '#',
  spam: '!',
  move: 'v',
  star: 's',
  select: 'x',
  markRead: 'shift+i',
  markUnread: 'shift+u',
  undo: 'z',
  inbox: 'g i',
  starred: 'g s',
  sent: 'g t',
  drafts: 'g d',
  mailboxes: 'g m',
  search: '/',
  palette: 'mod+k',
  help: '?',
} as const;

export type Command = keyof typeof keys;

export const groups: readonly { name: Key; commands: readonly Command[] }[] = [
  { name: 'mailParts.keys.reading', commands: ['next', 'previous', 'open', 'back'] },
  {
    name: 'mailParts.keys.doing',
    commands: ['archive', 'trash', 'spam', 'move', 'star', 'markRead', 'markUnread', 'select', 'undo'],
  },
  {
    name: 'mailParts.keys.going',
    commands: ['inbox', 'starred', 'drafts', 'sent', 'mailboxes', 'search', 'palette', 'help'],
  },
];

/** Keys as they are printed: "⌘ K" on a Mac, "Ctrl K" elsewhere. */
export function printed(keysOf: string, isMac = /Mac|iP/.test(navigator.platform)): string {
  return keysOf
    .split(' ')
    .map((key) =>
      key
        .split('+')
        .map((part) => ({ mod: isMac ? '⌘' : 'Ctrl', shift: '⇧' })[part] ?? part.toUpperCase())
        .join(' '),
    )
    .join(' ');
}
