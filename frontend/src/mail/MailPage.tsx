import Inbox from 'lucide-react/icons/inbox';
import { Suspense, useState } from 'react';
import { fetchQuery, graphql, useLazyLoadQuery, useRelayEnvironment } from 'react-relay/hooks';
import { Redirect } from 'wouter';
import type { FolderThreadsQuery } from '../__generated__/FolderThreadsQuery.graphql';
import type { MailPageQuery, MailPageQuery$data } from '../__generated__/MailPageQuery.graphql';
import type { useOpenMailboxQuery } from '../__generated__/useOpenMailboxQuery.graphql';
import { AppShell } from '../AppShell';
import { href } from '../href';
import { useTranslation } from '../i18n/translation';
import { ButtonLink } from '../ui/ButtonLink';
import { CoveringNotice } from '../ui/Notice';
import { SideTitle } from '../ui/Shell';
import { lastUsed } from './lastUsed';
import { folderThreadsQuery, folderVariables } from './list/FolderThreads';
import { useAccess } from './live/access';
import { MailboxPage } from './MailboxPage';
import { EndedPage } from './parts';
import { SEARCH, STARRED } from './place';
import { useMailboxes } from './useMailboxes';
import { openMailboxQuery } from './useOpenMailbox';
import { usePlace } from './usePlace';

/** Mail. The address bar says what is open; without an address it is what was open last. */
export default function MailPage() {
  useWarmStart();
  const { viewer } = useLazyLoadQuery<MailPageQuery>(query, {});
  return viewer && <Mail viewer={viewer} />; // without one the way to sign in is being taken
}

function Mail({ viewer }: { viewer: NonNullable<MailPageQuery$data['viewer']> }) {
  const { place, hrefTo } = usePlace();
  const mailboxes = useMailboxes(viewer);
  const { ended } = useAccess();
  const { address } = place;
  if (!address) {
    const next = mailboxes.find((mailbox) => mailbox.address === lastUsed.get()) ?? mailboxes[0];
    return next ? <Redirect to={hrefTo({ address: next.address })} replace /> : <NoMailbox viewer={viewer} />;
  }
  const end = ended.get(address);
  if (end) {
    // Whatever was open is gone before the page that says why is there.
    return (
      <Suspense>
        <EndedPage viewer={viewer} address={address} end={end} mailboxes={mailboxes} />
      </Suspense>
    );
  }
  return <MailboxPage key={address} viewer={viewer} address={address} mailboxes={mailboxes} />;
}

function NoMailbox({ viewer }: { viewer: NonNullable<MailPageQuery$data['viewer']> }) {
  const { t } = useTranslation();
  return (
    <AppShell
      application="mail"
      viewer={viewer}
      sideLabel={t('mail.title')}
      head={<SideTitle name={t('mail.title')} />}
      side={null}
    >
      <CoveringNotice
        icon={Inbox}
        title={t('mail.noMailbox')}
        actions={
          <ButtonLink kind="primary" size="large" href={href.manager()}>
            {t('mail.goToManager')}
          </ButtonLink>
        }
      >
        <p>{t('mail.noMailboxText')}</p>
      </CoveringNotice>
    </AppShell>
  );
}

/** Asks for the mailbox and its list together with the page, not after it. */
function useWarmStart(): void {
  const environment = useRelayEnvironment();
  const { place } = usePlace();
  useState(() => {
    const { address, folder } = place;
    if (!address) return;
    fetchQuery<useOpenMailboxQuery>(environment, openMailboxQuery, { address }).subscribe({});
    if (folder === STARRED || folder === SEARCH) return;
    fetchQuery<FolderThreadsQuery>(environment, folderThreadsQuery, folderVariables(address, folder)).subscribe({});
  });
}

const query = graphql`
  query MailPageQuery {
    viewer {
      ...AppShell_viewer
      ...useMailboxes_viewer
    }
  }
`;
