import type { LucideIcon } from 'lucide-react';
import Archive from 'lucide-react/icons/archive';
import MailOpen from 'lucide-react/icons/mail-open';
import ShieldAlert from 'lucide-react/icons/shield-exclamation-point';
import Trash2 from 'lucide-react/icons/trash';
import { useRef } from 'react';
import { graphql, useFragment, useRelayEnvironment } from 'react-relay/hooks';
import type { useThreadActs_mailbox$key } from '../../__generated__/useThreadActs_mailbox.graphql';
import { asRefusal } from '../../api/refusal';
import { useRefusalText } from '../../api/useRefusalText';
import type { Key } from '../../i18n/keys';
import { useTranslation } from '../../i18n/translation';
import { closeToast, showToast } from '../../ui/toast';
import { useFolderName } from '../folders/useFolderName';
import { loadChanges } from '../parts';
import type { Role } from '../place';
import type { Marks, Selection } from './markThreads';
import type { Moved } from './moveThreads';

type Threads = readonly string[];
type Undo = () => Promise<unknown>;

const UNDO = 'undo'; // one toast: the newest act takes the place of the one before

/** What can be done with threads of a mailbox. Each act shows at once, offers Undo, and is rolled back with a sentence. */
export function useThreadActs(key: useThreadActs_mailbox$key) {
  const mailbox = useFragment(fragment, key);
  const { t } = useTranslation();
  const environment = useRelayEnvironment();
  const say = useRefusalText();
  const folderName = useFolderName();
  const folder = (role: Role) => mailbox.folders.find((one) => one.role === role);
  const mark = async (selection: Selection, marks: Marks) =>
    (await loadChanges()).markThreads(environment, mailbox.id, selection, marks);
  const move = async (selection: Selection, to: string) =>
    (await loadChanges()).moveThreads(environment, mailbox.id, selection, to);
  const remove = async (threads: Threads) =>
    (await loadChanges()).deleteThreads(environment, mailbox.id, threads, folder('TRASH')?.id);
  const undoLast = useRef<Undo | null>(null);

  const run = async (act: () => Promise<unknown>) => {
    try {
      await act();
    } catch (thrown) {
      await showToast({ text: t('mail.notDone', { reason: say(asRefusal(thrown)) }) });
    }
  };
  /** Remembers how to undo, and offers it where a sentence says what happened. */
  const offer = (undo: Undo, said?: { icon: LucideIcon; key: Key; count: number; name?: string }) => {
    const once = () => {
      if (undoLast.current === undo) undoLast.current = null;
      return run(undo);
    };
    undoLast.current = undo;
    if (!said) return;
    const { icon, key: of, ...values } = said;
    void showToast({
      id: UNDO,
      icon,
      text: t(of, values),
      action: { label: t('ui.undo'), onSelect: () => void once() },
    });
  };
  const putBack = (moved: Moved) => async () => {
    for (const from of new Set(moved.map(({ fromFolderId }) => fromFolderId))) {
      const messages = moved.filter(({ fromFolderId }) => fromFolderId === from).map(({ messageId }) => messageId);
      await move({ messages }, from);
    }
  };
  const moveTo = (threads: Threads, to: string, said: { icon: LucideIcon; key: Key; name?: string }) =>
    run(async () => offer(putBack(await move({ threads }, to)), { ...said, count: threads.length }));
  const toRole = (role: Role, icon: LucideIcon, said: Key) => (threads: Threads) => {
    const target = folder(role);
    return target && moveTo(threads, target.id, { icon, key: said });
  };
  const markAs = (threads: Threads, marks: Marks, inverse: Marks, said?: { icon: LucideIcon; key: Key }) =>
    run(async () => {
      const messages = await mark({ threads }, marks);
      offer(() => mark({ messages }, inverse), said && { ...said, count: threads.length });
    });

  return {
    archive: toRole('ARCHIVE', Archive, 'mailParts.archived'),
    spam: toRole('SPAM', ShieldAlert, 'mailParts.markedSpam'),
    inbox: toRole('INBOX', MailOpen, 'mailParts.movedToInbox'),
    move: (threads: Threads, to: { id: string; role?: string | null; name: string }) =>
      moveTo(threads, to.id, { icon: Archive, key: 'mailParts.moved', name: folderName(to) }),
    trash: (threads: Threads) =>
      run(async () =>
        offer(putBack(await remove(threads)), { icon: Trash2, key: 'mailParts.trashed', count: threads.length }),
      ),
    deleteForGood: (threads: Threads) => run(() => remove(threads)),
    /** Quiet where the row itself shows it. */
    seen: (threads: Threads, seen: boolean) => markAs(threads, { seen }, { seen: !seen }),
    seenSaid: (threads: Threads, seen: boolean) =>
      markAs(
        threads,
        { seen },
        { seen: !seen },
        { icon: MailOpen, key: seen ? 'mailParts.markedRead' : 'mailParts.markedUnread' },
      ),
    /** Opening a message is no act that anybody takes back with a key. */
    opened: (thread: string) => run(() => mark({ threads: [thread] }, { seen: true })),
    star: (threads: Threads, starred: boolean) => markAs(threads, { starred }, { starred: !starred }),
    undo: () => {
      const undo = undoLast.current;
      undoLast.current = null;
      void closeToast(UNDO);
      return undo ? run(undo) : undefined;
    },
  };
}

export type ThreadActs = ReturnType<typeof useThreadActs>;

const fragment = graphql`
  fragment useThreadActs_mailbox on Mailbox {
    id
    folders {
      id
      role
      name
    }
  }
`;
