import { Suspense, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { AppShell_viewer$key } from '../__generated__/AppShell_viewer.graphql';
import { AppShell } from '../AppShell';
import { Boundary } from '../api/Boundary';
import { href } from '../href';
import { useTranslation } from '../i18n/translation';
import { Skeleton } from '../ui/Skeleton';
import { whenIdle } from '../ui/whenIdle';
import { Aside } from './Aside';
import { FolderNav } from './folders/FolderNav';
import { type Commands, useCommands } from './keyboard/useCommands';
import { lastUsed } from './lastUsed';
import { MailboxMenu } from './menu/MailboxMenu';
import { Panes } from './Panes';
import { MailKeys, Palette, preloadParts, UnreadCounts } from './parts';
import { INBOX, STARRED } from './place';
import { MailboxSwitcher } from './switcher/MailboxSwitcher';
import type { ListedMailbox } from './useMailboxes';
import { useOpenMailbox } from './useOpenMailbox';
import { usePlace } from './usePlace';

interface MailboxPageProps {
  viewer: AppShell_viewer$key;
  address: string;
  mailboxes: readonly ListedMailbox[];
}

/** One mailbox: its side, its list, its reader. */
export function MailboxPage({ viewer, address, mailboxes }: MailboxPageProps) {
  const { t } = useTranslation();
  const { place, go } = usePlace();
  const [switching, setSwitching] = useState(false);
  const [help, setHelp] = useState(false);
  const [palette, setPalette] = useState<Commands | null>(null);
  const [version, setVersion] = useState(0);
  const [attempt, setAttempt] = useState(0); // to read the mailbox, counted where the first failed
  const paneCommands = useRef<Commands>({});
  const id = mailboxes.find((mailbox) => mailbox.address === address)?.id;
  useEffect(() => {
    if (id) lastUsed.remember(address);
  }, [address, id]);

  useEffect(() => whenIdle(preloadParts), []);

  const folder = (slug: string) => () => go({ folder: slug, thread: null, query: '' });
  const commands: Commands = {
    inbox: folder(INBOX),
    starred: folder(STARRED),
    sent: folder('sent'),
    drafts: folder('drafts'),
    mailboxes: () => setSwitching(true),
    palette: () => setPalette({ ...paneCommands.current, ...commands }),
    help: () => setHelp(true),
  };
  useCommands(commands);

  const part = { address, version };
  return (
    <>
      <AppShell
        application="mail"
        viewer={viewer}
        sideLabel={t('mail.mailbox')}
        bare={place.thread !== null}
        head={
          <>
            <MailboxSwitcher
              address={address}
              mailboxes={mailboxes}
              ended={false}
              open={switching}
              onOpen={setSwitching}
            />
            <Aside key={attempt} fallback={null}>
              <Menu {...part} />
            </Aside>
          </>
        }
        side={
          <Aside key={attempt} fallback={<Skeleton lines={5} />}>
            <Folders {...part} />
          </Aside>
        }
      >
        <Boundary resetBy={address} onRetry={() => setAttempt((count) => count + 1)}>
          <Suspense fallback={<Skeleton lines={8} />}>
            <Panes {...part} onResync={() => setVersion((known) => known + 1)} commands={paneCommands} />
          </Suspense>
        </Boundary>
      </AppShell>
      <Suspense>
        <UnreadCounts mailboxIds={mailboxes.map((mailbox) => mailbox.id)} except={id} />
      </Suspense>
      <Suspense>
        {palette && <Palette mailboxes={mailboxes} commands={palette} onClose={() => setPalette(null)} />}
        {help && <MailKeys open onClose={() => setHelp(false)} />}
      </Suspense>
    </>
  );
}

function Menu({ address, version }: { address: string; version: number }) {
  const mailbox = useOpenMailbox(address, version);
  const [, navigate] = useLocation();
  return mailbox && <MailboxMenu mailbox={mailbox} onLeft={() => navigate(href.mail(), { replace: true })} />;
}

function Folders({ address, version }: { address: string; version: number }) {
  const mailbox = useOpenMailbox(address, version);
  return mailbox && <FolderNav mailbox={mailbox} />;
}
