import Archive from 'lucide-react/icons/archive';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import FolderInput from 'lucide-react/icons/folder-input';
import Mail from 'lucide-react/icons/mail';
import ShieldCheck from 'lucide-react/icons/shield-check';
import ShieldAlert from 'lucide-react/icons/shield-exclamation-point';
import Trash2 from 'lucide-react/icons/trash';
import { useTranslation } from '../../i18n/translation';
import { IconButton } from '../../ui/IconButton';
import { IconLink } from '../../ui/IconLink';
import type { ActsOnPlace } from '../acts/useActsOnPlace';
import styles from '../Panes.module.css';
import { usePlace } from '../usePlace';

interface ReaderBarProps {
  backHref: string;
  /** The name of the list that one goes back to. */
  backTo: string;
  onPlace: ActsOnPlace;
  order: readonly string[];
  threadId: string;
}

/** What can be done with the open thread. What one may not do is there, and says why. */
export function ReaderBar({ backHref, backTo, onPlace, order, threadId }: ReaderBarProps) {
  const { t } = useTranslation();
  const { go } = usePlace();
  const at = order.indexOf(threadId);
  const neighbour = (id: string | undefined) => () => id && go({ thread: id }, { replace: true });
  const { role, reasons } = onPlace;
  const isSpam = role === 'SPAM';
  return (
    <div className={styles.bar} data-tools role="toolbar" aria-label={t('mail.message')}>
      <span className={styles.phoneOnly}>
        <IconLink icon={ArrowLeft} label={t('mailParts.backTo', { folder: backTo })} href={backHref} />
      </span>
      {role === 'ARCHIVE' ? null : (
        <IconButton
          icon={Archive}
          label={t('mailParts.archive')}
          shortcut="e"
          disabledReason={reasons.organize}
          onClick={onPlace.archive}
        />
      )}
      <IconButton
        icon={Trash2}
        label={t(role === 'TRASH' ? 'mailParts.deleteForGood' : 'mailParts.trash')}
        shortcut="#"
        disabledReason={reasons.delete}
        onClick={() => void onPlace.trash()}
      />
      <IconButton
        icon={isSpam ? ShieldCheck : ShieldAlert}
        label={t(isSpam ? 'mailParts.notSpam' : 'mailParts.spam')}
        shortcut="!"
        disabledReason={reasons.organize}
        onClick={onPlace.spam}
      />
      <IconButton
        icon={FolderInput}
        label={t('mailParts.move')}
        shortcut="v"
        disabledReason={reasons.organize}
        onClick={() => void onPlace.move()}
      />
      <IconButton
        icon={Mail}
        label={t('mailParts.markUnread')}
        shortcut="Shift+U"
        disabledReason={reasons.organize}
        onClick={() => onPlace.seen(false)}
      />
      <span className="grow" />
      <span className={styles.wideOnly}>
        <span className="row" data-gap="1">
          <IconButton
            icon={ChevronUp}
            label={t('mailParts.newer')}
            shortcut="k"
            disabledReason={at > 0 ? null : t('mailParts.noNewer')}
            onClick={neighbour(order[at - 1])}
          />
          <IconButton
            icon={ChevronDown}
            label={t('mailParts.older')}
            shortcut="j"
            disabledReason={at >= 0 && at < order.length - 1 ? null : t('mailParts.noOlder')}
            onClick={neighbour(order[at + 1])}
          />
        </span>
      </span>
    </div>
  );
}
