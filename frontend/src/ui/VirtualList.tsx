import { type ReactElement, type Ref, useEffect, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import styles from './VirtualList.module.css';

interface VirtualListProps<T> {
  label: string;
  items: readonly T[];
  /** The token that holds the height of a row, such as `--list-row`. Every row must keep it. */
  rowHeight: `--${string}`;
  children: (item: T, index: number) => ReactElement;
  /** Called when the end comes near; it may be called again before more has come. */
  onNearEnd?: () => void;
  handle?: Ref<VirtualizerHandle>;
  /** Rows that stay in the document wherever the list is scrolled to, such as the one in focus. */
  keep?: readonly number[];
}

const NEAR = 20; // rows before the end

/** A list of any length, of which only what is in sight exists. */
export function VirtualList<T>({ label, items, rowHeight, children, onNearEnd, handle, keep }: VirtualListProps<T>) {
  const scroller = useRef<HTMLElement>(null);
  const height = useTokenInPixels(rowHeight);
  const checkEnd = (offset: number) => {
    const seen = (offset + (scroller.current?.clientHeight ?? 0)) / height;
    if (seen > items.length - NEAR) onNearEnd?.();
  };
  // A short first page, or a tall window: ask again without waiting for a scroll.
  useEffect(() => checkEnd(scroller.current?.scrollTop ?? 0));
  return (
    <section ref={scroller} className={styles.list} aria-label={label}>
      <Virtualizer
        ref={handle}
        data={items}
        itemSize={height}
        onScroll={checkEnd}
        keepMounted={keep}
        as="ul"
        item="li"
        scrollRef={scroller}
      >
        {children}
      </Virtualizer>
    </section>
  );
}

/** The pixels that a rem token comes to: it grows with the reader's text size. */
export function useTokenInPixels(token: string): number {
  const [pixels] = useState(() => {
    const root = getComputedStyle(document.documentElement);
    return Number.parseFloat(root.getPropertyValue(token)) * Number.parseFloat(root.fontSize) || 1;
  });
  return pixels;
}
