import EllipsisVertical from 'lucide-react/icons/ellipsis-vertical';
import KeyRound from 'lucide-react/icons/key-round';
import LogOut from 'lucide-react/icons/log-out';
import Settings from 'lucide-react/icons/settings';
import UserPlus from 'lucide-react/icons/user-plus';
import { Suspense, useState } from 'react';
import { graphql, useFragment } from 'react-relay/hooks';
import type { MailboxMenu_mailbox$key } from '../../__generated__/MailboxMenu_mailbox.graphql';
import { useTranslation } from '../../i18n/translation';
import { MenuButton } from '../../ui/Menu';
import { InviteDialog, LeaveDialog, MayDoDialog, SettingsDialog } from '../parts';
import { inviteReason } from './inviteReason';

type Opened = 'settings' | 'invite' | 'mayDo' | 'leave';

/** What concerns the whole mailbox. What can't be done is there, with the reason under it. */
export function MailboxMenu(props: { mailbox: MailboxMenu_mailbox$key; onLeft: () => void }) {
  const mailbox = useFragment(fragment, props.mailbox);
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const { address, canInvite } = mailbox;
  // An owner's access is nobody's gift, and one's own address can't be left.
  const mayLeave = mailbox.viewerAccess?.grant?.personal === false;
  return (
    <>
      <MenuButton
        label={t('mail.moreFor', { address })}
        icon={EllipsisVertical}
        entries={() => [
          { label: t('mail.settings'), icon: Settings, onSelect: () => setOpened('settings') },
          {
            label: t('ui.invite'),
            icon: UserPlus,
            onSelect: () => setOpened('invite'),
            disabledReason: inviteReason(canInvite),
          },
          { label: t('mail.mayDo'), icon: KeyRound, onSelect: () => setOpened('mayDo') },
          ...(mayLeave
            ? ([
                'line',
                { label: t('mail.leave'), icon: LogOut, kind: 'danger', onSelect: () => setOpened('leave') },
              ] as const)
            : []),
        ]}
      />
      <Suspense>
        {opened === 'settings' && (
          <SettingsDialog
            mailbox={mailbox}
            onInvite={() => setOpened('invite')}
            onMayDo={() => setOpened('mayDo')}
            onLeave={mayLeave ? () => setOpened('leave') : undefined}
            onClose={close}
          />
        )}
        {opened === 'mayDo' && <MayDoDialog mailbox={mailbox} onClose={close} />}
        {opened === 'leave' && <LeaveDialog mailbox={mailbox} onLeft={props.onLeft} onClose={close} />}
        {opened === 'invite' && canInvite.allowed && <InviteDialog mailbox={mailbox} onClose={close} />}
      </Suspense>
    </>
  );
}

const fragment = graphql`
  fragment MailboxMenu_mailbox on Mailbox {
    address
    viewerAccess {
      grant {
        id
        personal
      }
    }
    canInvite {
      allowed
      reason
      wayOut
    }
    ...SettingsDialog_mailbox
    ...MayDoDialog_mailbox
    ...LeaveDialog_mailbox
    ...InviteDialog_mailbox
  }
`;
