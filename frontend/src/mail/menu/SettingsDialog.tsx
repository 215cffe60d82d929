import ArrowUpRight from 'lucide-react/icons/arrow-up-right';
import KeyRound from 'lucide-react/icons/key-round';
import LogOut from 'lucide-react/icons/log-out';
import UserPlus from 'lucide-react/icons/user-plus';
import type { ReactNode } from 'react';
import { graphql, useFragment } from 'react-relay/hooks';
import type { SettingsDialog_mailbox$key } from '../../__generated__/SettingsDialog_mailbox.graphql';
import { href } from '../../href';
import { useTranslation } from '../../i18n/translation';
import { Button } from '../../ui/Button';
import { ButtonLink } from '../../ui/ButtonLink';
import { Dialog, DialogBody } from '../../ui/Dialog';
import { inviteReason } from './inviteReason';
import styles from './Settings.module.css';

interface SettingsDialogProps {
  mailbox: SettingsDialog_mailbox$key;
  onInvite: () => void;
  onMayDo: () => void;
  /** Absent where one can't leave. */
  onLeave?: () => void;
  onClose: () => void;
}

/** Settings of a mailbox: who uses it, what one may do, the way out. */
export function SettingsDialog({ mailbox: key, onInvite, onMayDo, onLeave, onClose }: SettingsDialogProps) {
  const mailbox = useFragment(fragment, key);
  const { t } = useTranslation();
  const { address, organization, mailService, viewerAccess: access } = mailbox;
  const users = href.address({ organization: organization.id, service: mailService.id, address });
  return (
    <Dialog title={t('mailParts.settingsOf', { address })} open onClose={onClose}>
      <DialogBody>
        <Section
          title={t('mailParts.people')}
          text={
            mailbox.userCount > 0
              ? t('mailParts.peopleCount', { users: mailbox.userCount, pending: mailbox.pendingInvitationCount })
              : t('mailParts.peopleUnknown', { organization: organization.name })
          }
        >
          <Button icon={UserPlus} disabledReason={inviteReason(mailbox.canInvite)} onClick={onInvite}>
            {t('ui.invite')}
          </Button>
          {organization.canAdminister.allowed && (
            <ButtonLink icon={ArrowUpRight} kind="quiet" href={users}>
              {t('mailParts.seePeople')}
            </ButtonLink>
          )}
        </Section>
        <Section
          title={t('mailParts.yourAccess')}
          text={t(
            access?.sharedBy ? 'mailParts.yourAccessText' : access?.grant ? 'mailParts.yourOwn' : 'mailParts.asOwner',
          )}
        >
          <Button icon={KeyRound} onClick={onMayDo}>
            {t('mail.mayDo')}
          </Button>
          {onLeave && (
            <Button icon={LogOut} kind="danger" onClick={onLeave}>
              {t('mail.leave')}
            </Button>
          )}
        </Section>
      </DialogBody>
    </Dialog>
  );
}

function Section({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h3>{title}</h3>
      <p className="muted">{text}</p>
      <div className={styles.actions}>{children}</div>
    </section>
  );
}

const fragment = graphql`
  fragment SettingsDialog_mailbox on Mailbox {
    address
    userCount
    pendingInvitationCount
    organization {
      id
      name
      canAdminister {
        allowed
      }
    }
    mailService {
      id
    }
    viewerAccess {
      grant {
        id
      }
      sharedBy {
        id
      }
    }
    canInvite {
      allowed
      reason
      wayOut
    }
  }
`;
