import { type RefObject, useEffect } from 'react';
import type { ActsOnPlace } from './acts/useActsOnPlace';
import type { ThreadActs } from './acts/useThreadActs';
import { type Commands, useCommands } from './keyboard/useCommands';
import type { useSelection } from './list/useSelection';
import { SEARCH } from './place';
import { usePlace } from './usePlace';

interface Panes {
  onPlace: ActsOnPlace;
  acts: ThreadActs;
  order: readonly string[];
  current: string | null;
  selection: ReturnType<typeof useSelection>;
  /** Puts focus on a row. */
  focus: (id: string) => void;
  /** Where the palette finds them. */
  registry: RefObject<Commands>;
}

/** What keys do in the list and the reader. With a thread open j and k open its neighbours, else they move focus. */
export function usePaneCommands({ onPlace, acts, order, current, selection, focus, registry }: Panes): void {
  const { place, go } = usePlace();
  const step = (by: 1 | -1) => () => {
    const at = current ? order.indexOf(current) : -1;
    const next = order[at < 0 ? 0 : at + by];
    if (!next) return;
    if (place.thread) go({ thread: next }, { replace: true });
    else focus(next);
  };
  const organizing = onPlace.reasons.organize === null;
  const commands: Commands = {
    next: step(1),
    previous: step(-1),
    open: current && !place.thread ? () => go({ thread: current }) : undefined,
    back: place.thread
      ? () => {
          const left = place.thread;
          go({ thread: null });
          if (left) setTimeout(focus, 0, left);
        }
      : undefined,
    archive: organizing ? onPlace.archive : undefined,
    trash: onPlace.reasons.delete === null ? () => void onPlace.trash() : undefined,
    spam: organizing ? onPlace.spam : undefined,
    move: organizing ? () => void onPlace.move() : undefined,
    star: organizing ? onPlace.star : undefined,
    markRead: organizing ? () => onPlace.seen(true) : undefined,
    markUnread: organizing ? () => onPlace.seen(false) : undefined,
    select: current ? () => selection.select(current, !selection.has(current)) : undefined,
    undo: () => void acts.undo(),
    search: () => go({ folder: SEARCH, thread: null }),
  };
  useCommands(commands);
  useEffect(() => {
    registry.current = commands;
  });
}
