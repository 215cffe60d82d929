import LockKeyhole from 'lucide-react/icons/lock-keyhole';
import { useState } from 'react';
import type { AppShell_viewer$key } from '../__generated__/AppShell_viewer.graphql';
import { AppShell } from '../AppShell';
import { href } from '../href';
import { clockTime, daysBetween, shortDate } from '../i18n/format';
import { useTranslation, Words } from '../i18n/translation';
import { Address } from '../ui/Address';
import { ButtonLink } from '../ui/ButtonLink';
import { CoveringNotice } from '../ui/Notice';
import type { Ended } from './live/access';
import { INBOX } from './place';
import { MailboxSwitcher } from './switcher/MailboxSwitcher';
import type { ListedMailbox } from './useMailboxes';
import { usePlace } from './usePlace';

interface EndedPageProps {
  viewer: AppShell_viewer$key;
  address: string;
  end: Ended;
  mailboxes: readonly ListedMailbox[];
}

/** What stands where a mailbox was, once it was taken back: who, when, and where to go. */
export function EndedPage({ viewer, address, end, mailboxes }: EndedPageProps) {
  const { t, language } = useTranslation();
  const { hrefTo } = usePlace();
  const [switching, setSwitching] = useState(false);
  const at = new Date(end.at);
  const time = clockTime(language, at);
  const isToday = daysBetween(at, new Date()) === 0;
  const when = isToday
    ? t('mailParts.todayAt', { time })
    : t('mailParts.dateAt', { date: shortDate(language, at), time });
  const byName = end.kind === 'REVOKED' && end.actorName;
  const said = end.forFactor
    ? 'mailParts.endedForFactor'
    : byName
      ? 'mailParts.endedBy'
      : end.kind === 'LEFT'
        ? 'mailParts.youLeft'
        : 'mailParts.endedAt';
  const next = mailboxes.find((mailbox) => mailbox.address !== address)?.address ?? null;
  return (
    <AppShell
      application="mail"
      viewer={viewer}
      sideLabel={t('mail.mailbox')}
      head={<MailboxSwitcher address={address} mailboxes={mailboxes} ended open={switching} onOpen={setSwitching} />}
      side={null}
    >
      <CoveringNotice
        icon={LockKeyhole}
        title={<Words of="mailParts.noLongerOpen" values={{ address: <Address of={address} /> }} />}
        actions={
          <>
            {end.forFactor && (
              <ButtonLink kind="primary" size="large" href={href.accountSecurity()}>
                {t('mailParts.addFactor')}
              </ButtonLink>
            )}
            <ButtonLink
              kind={end.forFactor ? 'secondary' : 'primary'}
              size="large"
              href={hrefTo({ address: next, folder: INBOX, thread: null, query: '' })}
            >
              {t(next ? 'mail.goToAnother' : 'ui.goToMail')}
            </ButtonLink>
          </>
        }
      >
        <p>
          {t(said, { name: end.actorName ?? '', when })}{' '}
          {t(end.forFactor ? 'mailParts.factorBringsBack' : 'mailParts.nothingKept')}
        </p>
      </CoveringNotice>
    </AppShell>
  );
}
