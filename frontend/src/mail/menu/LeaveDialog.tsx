import { useState } from 'react';
import { graphql, useFragment } from 'react-relay/hooks';
import type { LeaveDialog_mailbox$key } from '../../__generated__/LeaveDialog_mailbox.graphql';
import { asRefusal } from '../../api/refusal';
import { useRefusalText } from '../../api/useRefusalText';
import { useTranslation } from '../../i18n/translation';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog, DialogBody, DialogFoot } from '../../ui/Dialog';
import { useLeaveMailbox } from './useLeaveMailbox';

interface LeaveDialogProps {
  mailbox: LeaveDialog_mailbox$key;
  onLeft: () => void;
  onClose: () => void;
}

/** Asks before leaving: only somebody else can undo it. */
export function LeaveDialog({ mailbox: key, onLeft, onClose }: LeaveDialogProps) {
  const { id, address, viewerAccess } = useFragment(fragment, key);
  const { t } = useTranslation();
  const say = useRefusalText();
  const [leave, busy] = useLeaveMailbox();
  const [wrong, setWrong] = useState<string | null>(null);
  const name = viewerAccess?.sharedBy?.name;
  const act = async () => {
    try {
      await leave({ id, address });
      onLeft();
    } catch (thrown) {
      setWrong(say(asRefusal(thrown)));
    }
  };
  return (
    <Dialog title={t('mailParts.leaveTitle', { address })} size="small" open onClose={onClose}>
      <DialogBody>
        <p>{name ? t('mailParts.leaveText', { name }) : t('mailParts.leaveTextAlone')}</p>
        {wrong && <Banner tone="danger">{wrong}</Banner>}
      </DialogBody>
      <DialogFoot>
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button kind="danger" busy={busy} onClick={() => void act()}>
          {t('mail.leave')}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

const fragment = graphql`
  fragment LeaveDialog_mailbox on Mailbox {
    id
    address
    viewerAccess {
      sharedBy {
        id
        name
      }
    }
  }
`;
