import Archive from 'lucide-react/icons/archive';
import FilePenLine from 'lucide-react/icons/file-pen-line';
import Folder from 'lucide-react/icons/folder';
import Inbox from 'lucide-react/icons/inbox';
import Send from 'lucide-react/icons/send';
import ShieldAlert from 'lucide-react/icons/shield-exclamation-point';
import Star from 'lucide-react/icons/star';
import Trash2 from 'lucide-react/icons/trash';
import { graphql, useFragment } from 'react-relay/hooks';
import type { FolderNav_mailbox$key } from '../../__generated__/FolderNav_mailbox.graphql';
import { useTranslation } from '../../i18n/translation';
import { Count } from '../../ui/Chip';
import { SideNav } from '../../ui/Shell';
import { type Role, STARRED, slugOf } from '../place';
import { usePlace } from '../usePlace';
import { useFolderName } from './useFolderName';

const icons = {
  INBOX: Inbox,
  DRAFTS: FilePenLine,
  SENT: Send,
  ARCHIVE: Archive,
  SPAM: ShieldAlert,
  TRASH: Trash2,
} satisfies Record<Role, unknown>;

const COUNTED_WHOLE = new Set<string | null | undefined>(['DRAFTS', 'SPAM']); // there it matters what lies in them, read or not

export const folderIcon = (role: string | null | undefined) => (role && role in icons ? icons[role as Role] : Folder);

/** The folders of the open mailbox; Starred stands second, where it is looked for. */
export function FolderNav(props: { mailbox: FolderNav_mailbox$key }) {
  const { folders } = useFragment(fragment, props.mailbox);
  const { t } = useTranslation();
  const { place, hrefTo } = usePlace();
  const folderName = useFolderName();
  const item = (folder: (typeof folders)[number]) => {
    const whole = COUNTED_WHOLE.has(folder.role);
    const count = whole ? folder.total : folder.unread;
    const slug = slugOf(folder);
    return {
      href: hrefTo({ folder: slug, thread: null, query: '' }),
      icon: folderIcon(folder.role),
      name: folderName(folder),
      current: place.folder === slug,
      count: count > 0 && (
        <Count of={count} unread={!whole} spoken={t(whole ? 'mail.countMessages' : 'mail.countUnread')} />
      ),
    };
  };
  const starred = {
    href: hrefTo({ folder: STARRED, thread: null, query: '' }),
    icon: Star,
    name: t('mail.starred'),
    current: place.folder === STARRED,
  };
  const [inbox, ...others] = folders.map(item);
  return <SideNav label={t('mail.folders')} items={inbox ? [inbox, starred, ...others] : []} />;
}

const fragment = graphql`
  fragment FolderNav_mailbox on Mailbox {
    folders {
      id
      role
      name
      total
      unread
      mailbox {
        id
      }
    }
  }
`;
