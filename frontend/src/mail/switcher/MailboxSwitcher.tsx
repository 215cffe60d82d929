import { Suspense, useRef } from 'react';
import { useTranslation } from '../../i18n/translation';
import { Address } from '../../ui/Address';
import { preloadOverlays } from '../../ui/lazyOverlays';
import { Popover } from '../../ui/Popover';
import { SwitcherButton } from '../../ui/Shell';
import { tip } from '../../ui/tip';
import { SwitcherPanel } from '../parts';
import type { ListedMailbox } from '../useMailboxes';
import { listedUnder } from './groupMailboxes';

interface MailboxSwitcherProps {
  address: string;
  mailboxes: readonly ListedMailbox[];
  /** True once its access has ended: the name stays, to say of what. */
  ended: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** The open address, and the way to another. */
export function MailboxSwitcher({ address, mailboxes, ended, open, onOpen }: MailboxSwitcherProps) {
  const { t } = useTranslation();
  const anchor = useRef<HTMLButtonElement>(null);
  const mailbox = mailboxes.find((one) => one.address === address);
  const sharedBy = mailbox?.viewerAccess?.sharedBy?.name;
  const organization = mailbox && listedUnder(mailbox).name;
  const note = organization && (sharedBy ? t('mail.inAndSharedBy', { organization, name: sharedBy }) : organization);
  return (
    <>
      <SwitcherButton
        ref={anchor}
        name={<Address of={address} />}
        note={ended ? t('mail.accessEnded') : note}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={preloadOverlays}
        onFocus={preloadOverlays}
        onClick={() => onOpen(true)}
        {...tip(t('mail.switchAddress'), t('mail.switchAddressKeys'))}
      />
      <Popover label={t('mail.switchAddress')} anchor={anchor} open={open} onClose={() => onOpen(false)}>
        <Suspense>
          <SwitcherPanel address={address} mailboxes={mailboxes} onClose={() => onOpen(false)} />
        </Suspense>
      </Popover>
    </>
  );
}
