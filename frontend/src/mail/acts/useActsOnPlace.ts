import { useState } from 'react';
import { useTranslation } from '../../i18n/translation';
import type { ListedThread } from '../list/listed';
import type { useSelection } from '../list/useSelection';
import { type Place, roleOf } from '../place';
import { usePlace } from '../usePlace';
import { afterwards } from './afterwards';
import type { ThreadActs } from './useThreadActs';

interface Situation {
  acts: ThreadActs;
  may: { organize: boolean; delete: boolean };
  place: Place;
  threads: readonly ListedThread[];
  /** The thread that is open, or in focus. */
  current: string | null;
  selection: ReturnType<typeof useSelection>;
  /** Puts focus on a row. */
  focus: (id: string) => void;
}

const isPhone = (): boolean => matchMedia('(width < 48rem)').matches;

/** What acts mean where one stands: on what is chosen, else on what is open or in focus; and where one goes then. */
export function useActsOnPlace({ acts, may, place, threads, current, selection, focus }: Situation) {
  const { t } = useTranslation();
  const { go } = usePlace();
  const [asking, setAsking] = useState<'move' | 'delete' | null>(null);
  const role = roleOf(place.folder);
  const targets = selection.selected.length > 0 ? selection.selected : current ? [current] : [];
  const listed = threads.filter(({ id }) => targets.includes(id));
  const ids = threads.map(({ id }) => id);

  /** Leaves what was open, before it goes from the list. */
  const leave = () => {
    selection.clear();
    if (!place.thread) {
      // Focus goes on to the row that takes the place of the one that goes.
      const next = current && targets.includes(current) ? afterwards(ids, targets, current) : null;
      if (next && document.activeElement?.closest('[data-thread], [data-row]')) focus(next);
      return;
    }
    if (!targets.includes(place.thread)) return;
    go({ thread: isPhone() ? null : afterwards(ids, targets, place.thread) }, { replace: true });
  };
  const away = (act: (threads: readonly string[]) => unknown) => () => {
    if (targets.length === 0) return;
    leave();
    void act(targets);
  };
  const someUnread = listed.length === 0 || listed.some(({ unread }) => unread > 0);
  const organize = may.organize ? null : t('mail.mayNotOrganize');
  return {
    role,
    count: selection.selected.length,
    someUnread,
    /** Why not; null when one may. */
    reasons: { organize, delete: may.delete ? null : t('mail.mayNotDelete') },
    archive: away(acts.archive),
    spam: away(role === 'SPAM' ? acts.inbox : acts.spam),
    trash: role === 'TRASH' ? () => targets.length > 0 && setAsking('delete') : away(acts.trash),
    move: () => targets.length > 0 && setAsking('move'),
    star: () => {
      if (targets.length > 0) void acts.star(targets, !listed.every(({ starred }) => starred));
    },
    starOne: (id: string, starred: boolean) => void acts.star([id], starred),
    seen: (seen: boolean) => {
      if (targets.length === 0) return;
      const several = selection.selected.length > 0;
      // What is marked unread while it is open would be read again at once.
      if (!seen && place.thread && targets.includes(place.thread)) go({ thread: null });
      selection.clear();
      void (several ? acts.seenSaid : acts.seen)(targets, seen);
    },
    asking,
    answer: {
      cancel: () => setAsking(null),
      moveTo: (folder: { id: string; role?: string | null; name: string }) => {
        leave();
        void acts.move(targets, folder);
      },
      deleteForGood: () => {
        setAsking(null);
        leave();
        void acts.deleteForGood(targets);
      },
    },
  };
}

export type ActsOnPlace = ReturnType<typeof useActsOnPlace>;
