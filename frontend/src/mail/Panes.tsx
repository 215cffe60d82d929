import MailOpen from 'lucide-react/icons/mail-open';
import SearchX from 'lucide-react/icons/search-x';
import { type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { href } from '../href';
import { useTranslation, Words } from '../i18n/translation';
import { Address } from '../ui/Address';
import { ButtonLink } from '../ui/ButtonLink';
import { EmptyState } from '../ui/EmptyState';
import { Kbd } from '../ui/Kbd';
import { CoveringNotice } from '../ui/Notice';
import { useActsOnPlace } from './acts/useActsOnPlace';
import { useThreadActs } from './acts/useThreadActs';
import { useFolderName } from './folders/useFolderName';
import type { Commands } from './keyboard/useCommands';
import { ListPane } from './list/ListPane';
import type { ListedThread } from './list/listed';
import type { ScrollerHandle } from './list/ThreadScroller';
import { useSelection } from './list/useSelection';
import styles from './Panes.module.css';
import { ActDialogs, FollowMailbox, ReaderPane } from './parts';
import { SEARCH, STARRED, slugOf } from './place';
import { useWarmThread } from './reader/useWarmThread';
import { type OpenMailbox, useOpenMailbox } from './useOpenMailbox';
import { usePaneCommands } from './usePaneCommands';
import { usePlace } from './usePlace';

interface PanesProps {
  address: string;
  /** Rises when everything is to be read again. */
  version: number;
  onResync: () => void;
  /** Where the palette finds what can be done in the panes. */
  commands: RefObject<Commands>;
}

/** The list and the reader of one mailbox; on a phone one of them at a time. */
export function Panes({ address, version, onResync, commands }: PanesProps) {
  const { t } = useTranslation();
  const mailbox = useOpenMailbox(address, version);
  if (mailbox) return <OpenPanes {...{ mailbox, version, onResync, commands }} />;
  return (
    <CoveringNotice
      icon={SearchX}
      title={<Words of="mail.notYours" values={{ address: <Address of={address} /> }} />}
      actions={
        <ButtonLink kind="primary" size="large" href={href.mail()}>
          {t('mail.goToAnother')}
        </ButtonLink>
      }
    >
      <p>{t('mail.notYoursText')}</p>
    </CoveringNotice>
  );
}

interface OpenPanesProps extends Omit<PanesProps, 'address'> {
  mailbox: OpenMailbox;
}

function OpenPanes({ mailbox, version, onResync, commands }: OpenPanesProps) {
  const { t } = useTranslation();
  const { place, hrefTo } = usePlace();
  const folderName = useFolderName();
  const [threads, setThreads] = useState<readonly ListedThread[]>([]);
  const [focused, setFocused] = useState<string | null>(null);
  const order = threads.map(({ id }) => id);
  const selection = useSelection(order);
  const scroller = useRef<ScrollerHandle>(null);
  const acts = useThreadActs(mailbox);
  const may = {
    organize: mailbox.viewerPermissions.includes('ORGANIZE'),
    delete: mailbox.viewerPermissions.includes('DELETE'),
  };
  const current = place.thread ?? (focused && order.includes(focused) ? focused : null);
  const focus = (id: string) => {
    setFocused(id);
    scroller.current?.show(id, true);
  };
  const onPlace = useActsOnPlace({ acts, may, place, threads, current, selection, focus });
  const warm = useWarmThread();
  usePaneCommands({ onPlace, order, current, selection, focus, registry: commands, acts });

  const after = current ? order[order.indexOf(current) + 1] : undefined;
  useEffect(() => {
    if (place.thread && after) warm(after);
  }, [place.thread, after, warm]);
  useEffect(() => {
    // Focus walks along with j and k where it stood in the list.
    if (place.thread)
      scroller.current?.show(place.thread, document.activeElement?.hasAttribute('data-thread') === true);
  }, [place.thread]);

  const open = mailbox.folders.find((folder) => slugOf(folder) === place.folder);
  const title =
    place.folder === STARRED
      ? t('mail.starred')
      : place.folder === SEARCH
        ? t('mail.search')
        : open
          ? folderName(open)
          : '';
  const heading = mailbox.unread > 0 ? `${title} (${mailbox.unread})` : title;
  return (
    <div className={styles.panes} data-pane={place.thread ? 'reader' : 'list'}>
      <title>{`${heading} · ${mailbox.address}`}</title>
      <Suspense>
        <FollowMailbox key={mailbox.id} mailboxId={mailbox.id} cursor={mailbox.activityCursor} onResync={onResync} />
      </Suspense>
      <ListPane
        address={mailbox.address}
        title={title}
        version={version}
        current={current}
        selection={selection}
        scroller={scroller}
        onPlace={onPlace}
        onThreads={setThreads}
        onFocused={setFocused}
        onNear={warm}
      />
      <section className={styles.reader} aria-label={t('mail.message')}>
        {place.thread ? (
          <Suspense>
            <ReaderPane
              threadId={place.thread}
              version={version}
              backHref={hrefTo({ thread: null })}
              backTo={title}
              order={order}
              onPlace={onPlace}
              onStar={may.organize ? (starred) => void acts.star([place.thread ?? ''], starred) : undefined}
              onOpened={may.organize ? () => void acts.opened(place.thread ?? '') : undefined}
            />
          </Suspense>
        ) : (
          <EmptyState icon={MailOpen} title={t('mail.noneOpen')}>
            <Words of="mail.noneOpenText" values={{ key: <Kbd keys="?" /> }} />
          </EmptyState>
        )}
      </section>
      <Suspense>{onPlace.asking && <ActDialogs onPlace={onPlace} folders={mailbox.folders} />}</Suspense>
    </div>
  );
}
