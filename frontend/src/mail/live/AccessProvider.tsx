import KeyRound from 'lucide-react/icons/key-round';
import LockKeyhole from 'lucide-react/icons/lock-keyhole';
import MailPlus from 'lucide-react/icons/mail-plus';
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useRelayEnvironment } from 'react-relay/hooks';
import { useLocation } from 'wouter';
import { purgeMailbox, readmitMailbox } from '../../api/purge';
import { href } from '../../href';
import { mailPartsMessages } from '../../i18n/appMessages';
import { useTranslation, Words, withWords } from '../../i18n/translation';
import { closeToast, showToast } from '../../ui/toast';
import { lastUsed } from '../lastUsed';
import { readPlace } from '../place';
import { AccessContext, type Ended } from './access';
import { type AccessEvent, endOf, meaningOf } from './accessEvent';

// Fetched once there is a cursor, with the words for its news: what happens meanwhile is replayed.
const FollowAccess = lazy(() =>
  withWords(import('./FollowAccess'), mailPartsMessages).then((part) => ({ default: part.FollowAccess })),
);

const FRESH = 2_000; // ms for which an arrival is marked

const toastId = (mailboxId: string): string => `access:${mailboxId}`;

/** Stands around all pages: what is given, changed or taken back reaches whichever is open. */
export function AccessProvider({ children }: { children: ReactNode }) {
  const [cursor, setCursor] = useState<string | null>(null);
  const [ended, setEnded] = useState<ReadonlyMap<string, Ended>>(new Map());
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const environment = useRelayEnvironment();
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const follow = useCallback((first: string) => setCursor((known) => known ?? first), []);

  const arrive = ({ mailboxId, address, actorName }: AccessEvent) => {
    readmitMailbox(environment, mailboxId);
    setEnded((known) => without(known, address));
    setFresh((known) => new Set(known).add(mailboxId));
    setTimeout(() => setFresh((known) => new Set([...known].filter((id) => id !== mailboxId))), FRESH);
    void showToast({
      id: toastId(mailboxId),
      icon: MailPlus,
      text: said('mailParts.arrived', 'mailParts.arrivedByItself', address, actorName),
      action: { label: t('mailParts.open'), onSelect: () => navigate(href.mailbox({ address })) },
    });
  };
  const end = (event: AccessEvent) => {
    const { mailboxId, address, actorName } = event;
    // Covered first, in this very frame: nothing that is being wiped is drawn again.
    flushSync(() => setEnded((known) => new Map(known).set(address, endOf(event))));
    purgeMailbox(environment, mailboxId);
    lastUsed.forget(address);
    void closeToast(toastId(mailboxId));
    const isOpen = readPlace(location.pathname, '').address === address;
    if (isOpen || event.kind === 'LEFT') return; // the page that covers it says so
    const text =
      event.reason === 'SECOND_FACTOR'
        ? said('mailParts.asleep', 'mailParts.asleep', address)
        : said('mailParts.takenBack', 'mailParts.endedByItself', address, actorName);
    void showToast({ icon: LockKeyhole, text });
  };
  const said = (
    byPerson: 'mailParts.arrived' | 'mailParts.takenBack' | 'mailParts.changed' | 'mailParts.asleep',
    alone: 'mailParts.arrivedByItself' | 'mailParts.endedByItself' | 'mailParts.changedByItself' | 'mailParts.asleep',
    address: string,
    name?: string | null,
  ) => (
    <Words
      of={name ? byPerson : alone}
      values={{ address: <strong>{address}</strong>, name: name ? <strong>{name}</strong> : '' }}
    />
  );
  const onEvent = (event: AccessEvent) => {
    const meaning = meaningOf(event);
    if (meaning === 'arrived') arrive(event);
    else if (meaning === 'ended') end(event);
    else {
      const text = said('mailParts.changed', 'mailParts.changedByItself', event.address, event.actorName);
      void showToast({ icon: KeyRound, text, id: toastId(event.mailboxId) });
    }
  };
  const access = useMemo(() => ({ ended, fresh, follow }), [ended, fresh, follow]);
  return (
    <AccessContext value={access}>
      <Suspense>{cursor !== null && <FollowAccess cursor={cursor} onEvent={onEvent} />}</Suspense>
      {children}
    </AccessContext>
  );
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (!map.has(key)) return map;
  const left = new Map(map);
  left.delete(key);
  return left;
}
