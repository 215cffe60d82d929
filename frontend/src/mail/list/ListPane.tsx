import { type RefObject, Suspense, useEffect } from 'react';
import { Boundary } from '../../api/Boundary';
import { useTranslation } from '../../i18n/translation';
import { Skeleton } from '../../ui/Skeleton';
import type { ActsOnPlace } from '../acts/useActsOnPlace';
import styles from '../Panes.module.css';
import { ChosenBar, SearchThreads, StarredThreads } from '../parts';
import { SEARCH, STARRED } from '../place';
import { usePlace } from '../usePlace';
import { EmptyList } from './emptyStates';
import { FolderThreads } from './FolderThreads';
import { ListBar } from './ListBar';
import type { ListedThread, Listing } from './listed';
import { ThreadRow } from './ThreadRow';
import { type ScrollerHandle, ThreadScroller } from './ThreadScroller';
import type { useSelection } from './useSelection';

interface ListPaneProps {
  address: string;
  title: string;
  version: number;
  current: string | null;
  selection: ReturnType<typeof useSelection>;
  scroller: RefObject<ScrollerHandle | null>;
  onPlace: ActsOnPlace;
  onThreads: (threads: readonly ListedThread[]) => void;
  onFocused: (id: string) => void;
  /** A pointer or the focus comes near a thread. */
  onNear: (id: string) => void;
}

/** A folder, the starred ones, or what was found: whichever the address bar names. */
export function ListPane(props: ListPaneProps) {
  const { address, title, version } = props;
  const { place } = usePlace();
  const show = (listing: Listing) => <Threads {...props} {...listing} />;
  const isSearch = place.folder === SEARCH;
  const which = `${place.folder} ${isSearch ? place.query : ''}`;
  return (
    <section
      className={styles.list}
      aria-label={title}
      onFocus={(event) => {
        const id = event.target.getAttribute('data-thread');
        if (id) props.onFocused(id);
      }}
    >
      <ListBar title={title} />
      <Boundary resetBy={which}>
        <Suspense
          key={which}
          fallback={
            <div className={styles.pad}>
              <Skeleton lines={12} />
            </div>
          }
        >
          {isSearch && !place.query ? (
            <EmptyList folder={SEARCH} query="" address={address} />
          ) : isSearch ? (
            <SearchThreads address={address} words={place.query}>
              {show}
            </SearchThreads>
          ) : place.folder === STARRED ? (
            <StarredThreads address={address} version={version}>
              {show}
            </StarredThreads>
          ) : (
            <FolderThreads address={address} folder={place.folder} version={version}>
              {show}
            </FolderThreads>
          )}
        </Suspense>
      </Boundary>
      {props.selection.selected.length > 0 && (
        <div className={styles.bulk}>
          <Suspense>
            <ChosenBar onPlace={props.onPlace} onClear={props.selection.clear} />
          </Suspense>
        </div>
      )}
    </section>
  );
}

function Threads(props: ListPaneProps & Listing) {
  const { threads, onThreads, selection, onPlace } = props;
  const { t } = useTranslation();
  const { place, hrefTo } = usePlace();
  useEffect(() => {
    onThreads(threads);
  }, [threads, onThreads]);
  if (threads.length === 0) return <EmptyList folder={place.folder} query={place.query} address={props.address} />;
  const { starOne, reasons } = onPlace;
  return (
    <ThreadScroller
      label={t('mail.messages')}
      threads={threads}
      onNearEnd={props.onNearEnd}
      current={props.current}
      handle={props.scroller}
    >
      {(thread, fresh) => (
        <ThreadRow
          thread={thread}
          href={hrefTo({ thread: thread.id })}
          current={place.thread === thread.id}
          selected={selection.has(thread.id)}
          selecting={selection.selected.length > 0}
          fresh={fresh}
          onSelect={(on, range) => selection.select(thread.id, on, range)}
          onStar={reasons.organize === null ? (starred) => starOne(thread.id, starred) : undefined}
          onNear={() => props.onNear(thread.id)}
        />
      )}
    </ThreadScroller>
  );
}
