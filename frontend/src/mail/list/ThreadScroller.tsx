import ArrowUp from 'lucide-react/icons/arrow-up';
import {
  Fragment,
  type ReactElement,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { useTranslation } from '../../i18n/translation';
import { Button } from '../../ui/Button';
import { useTokenInPixels } from '../../ui/VirtualList';
import { shiftOf, threadAt } from './anchor';
import { rowsOf } from './dateGroups';
import type { ListedThread, Listing } from './listed';
import styles from './ThreadScroller.module.css';
import { useArrivals } from './useArrivals';
import { useToday } from './useToday';

export interface ScrollerHandle {
  /** Brings a thread into sight, and puts focus on it if asked. */
  show: (id: string, focus: boolean) => void;
}

interface ThreadScrollerProps extends Listing {
  label: string;
  /** Stays in the document wherever the list is scrolled to. */
  current: string | null;
  handle: Ref<ScrollerHandle>;
  children: (thread: ListedThread, fresh: boolean) => ReactElement;
}

const NEAR = 20; // rows before the end

/** Threads under their dates, of which only those in sight exist. Arrivals never move what is pointed at. */
export function ThreadScroller({ label, threads, onNearEnd, current, handle, children }: ThreadScrollerProps) {
  const translation = useTranslation();
  const now = useToday();
  const rows = useMemo(() => rowsOf(threads, now, translation), [threads, now, translation]);
  const scroller = useRef<HTMLElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const pointer = useRef<number | null>(null);
  const before = useRef(rows);
  const heights = { thread: useTokenInPixels('--list-row'), head: useTokenInPixels('--s-10') };
  const arrivals = useArrivals(threads);
  const [above, setAbove] = useState(0);

  // What is pointed at stays; without a pointer what is read stays, and a list at its top shows what comes.
  useLayoutEffect(() => {
    const box = scroller.current;
    const old = before.current;
    before.current = rows;
    if (!box || old === rows) return;
    const from = pointer.current ?? (box.scrollTop > heights.head ? 0 : null);
    const held = from === null ? undefined : threadAt(old, box.scrollTop + from, heights);
    const shift = held ? shiftOf(old, rows, held, heights) : 0;
    if (shift === 0) return;
    box.scrollTop += shift;
    if (shift > 0) setAbove((count) => count + Math.max(1, Math.round(shift / heights.thread)));
  });

  useImperativeHandle(handle, () => ({
    show(id, focus) {
      const index = rows.findIndex((row) => row.id === id);
      if (index < 0) return;
      virtualizer.current?.scrollToIndex(index, { align: 'nearest' });
      if (!focus) return;
      const link = () => scroller.current?.querySelector<HTMLElement>(`[data-thread="${CSS.escape(id)}"]`);
      requestAnimationFrame(() => requestAnimationFrame(() => link()?.focus({ preventScroll: true })));
    },
  }));

  const onScroll = (offset: number) => {
    if (offset < heights.head) setAbove(0);
    const seen = (offset + (scroller.current?.clientHeight ?? 0)) / heights.thread;
    if (seen > rows.length - NEAR) onNearEnd();
  };
  // A short first window, or a tall screen: ask again without waiting for a scroll.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each window, not on each render
  useLayoutEffect(() => onScroll(scroller.current?.scrollTop ?? 0), [rows.length]);

  const kept = rows.findIndex((row) => row.id === current);
  return (
    <div className={styles.box}>
      {above > 0 && (
        <div className={styles.above}>
          <Button icon={ArrowUp} onClick={() => scroller.current?.scrollTo({ top: 0 })}>
            {translation.t('mail.newAbove', { count: above })}
          </Button>
        </div>
      )}
      <section
        ref={scroller}
        className={styles.scroller}
        aria-label={label}
        onPointerMove={(event) => {
          if (event.pointerType === 'mouse')
            pointer.current = event.clientY - event.currentTarget.getBoundingClientRect().top;
        }}
        onPointerLeave={() => {
          pointer.current = null;
        }}
      >
        <Virtualizer
          ref={virtualizer}
          data={rows}
          itemSize={heights.thread}
          onScroll={onScroll}
          keepMounted={kept < 0 ? undefined : [kept]}
          as="ul"
          item="li"
          scrollRef={scroller}
        >
          {(row) =>
            row.kind === 'head' ? (
              <h2 key={row.id} className={styles.head}>
                {row.name}
              </h2>
            ) : (
              <Fragment key={row.id}>{children(row.thread, arrivals.has(row.id))}</Fragment>
            )
          }
        </Virtualizer>
      </section>
    </div>
  );
}
