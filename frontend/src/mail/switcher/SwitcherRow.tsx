import Check from 'lucide-react/icons/check';
import Users from 'lucide-react/icons/users';
import type { ComponentProps } from 'react';
import { daysBetween, shortDate } from '../../i18n/format';
import { useTranslation } from '../../i18n/translation';
import { Chip, Count } from '../../ui/Chip';
import { Face } from '../../ui/Face';
import { Icon } from '../../ui/Icon';
import { tip } from '../../ui/tip';
import type { ListedMailbox } from '../useMailboxes';
import { listedUnder } from './groupMailboxes';
import styles from './Switcher.module.css';

interface SwitcherRowProps {
  mailbox: ListedMailbox;
  current: boolean;
  fresh: boolean;
  option: ComponentProps<'div'>;
}

const NEAR = 7; // days before the end that it is worth a line

export function SwitcherRow({ mailbox, current, fresh, option }: SwitcherRowProps) {
  const { t, language } = useTranslation();
  const { address, unread, viewerAccess } = mailbox;
  const until = viewerAccess?.until ? new Date(viewerAccess.until) : null;
  const sharedBy = viewerAccess?.sharedBy?.name;
  return (
    <div
      {...option}
      role="option"
      tabIndex={-1}
      className={styles.row}
      aria-selected={current}
      data-new={fresh || undefined}
    >
      <Face name={address} tintBy={listedUnder(mailbox).name} size="small" shape="box" />
      <span className={styles.text}>
        <span className="cut" title={address} translate="no">
          {address}
        </span>
        {fresh && <Chip tone="accent">{t('mailParts.new')}</Chip>}
        {until && daysBetween(new Date(), until) <= NEAR && (
          <span className={styles.until}>{t('mailParts.until', { date: shortDate(language, until) })}</span>
        )}
      </span>
      {sharedBy && (
        <span className={styles.shared} {...tip(t('mailParts.sharedBy', { name: sharedBy }))}>
          <Icon of={Users} />
          <span className="spoken">{t('mailParts.sharedBy', { name: sharedBy })}</span>
        </span>
      )}
      <span className={styles.count}>{unread > 0 && <Count of={unread} unread spoken={t('mail.countUnread')} />}</span>
      <span className={styles.tick}>{current && <Icon of={Check} />}</span>
    </div>
  );
}
