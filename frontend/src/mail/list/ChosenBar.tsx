import Archive from 'lucide-react/icons/archive';
import FolderInput from 'lucide-react/icons/folder-input';
import Mail from 'lucide-react/icons/mail';
import MailOpen from 'lucide-react/icons/mail-open';
import ShieldCheck from 'lucide-react/icons/shield-check';
import ShieldAlert from 'lucide-react/icons/shield-exclamation-point';
import Star from 'lucide-react/icons/star';
import Trash2 from 'lucide-react/icons/trash';
import { useTranslation } from '../../i18n/translation';
import { BulkBar } from '../../ui/BulkBar';
import { IconButton } from '../../ui/IconButton';
import type { ActsOnPlace } from '../acts/useActsOnPlace';

/** What can be done with the chosen threads. */
export function ChosenBar({ onPlace, onClear }: { onPlace: ActsOnPlace; onClear: () => void }) {
  const { t } = useTranslation();
  const { role, reasons, someUnread } = onPlace;
  const { organize } = reasons;
  const isSpam = role === 'SPAM';
  return (
    <BulkBar count={onPlace.count} onClear={onClear}>
      <IconButton
        icon={Archive}
        label={t('mailParts.archive')}
        shortcut="e"
        disabledReason={organize}
        onClick={onPlace.archive}
      />
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
        disabledReason={organize}
        onClick={onPlace.spam}
      />
      <IconButton
        icon={FolderInput}
        label={t('mailParts.move')}
        shortcut="v"
        disabledReason={organize}
        onClick={() => void onPlace.move()}
      />
      <IconButton
        icon={someUnread ? MailOpen : Mail}
        label={t(someUnread ? 'mailParts.markRead' : 'mailParts.markUnread')}
        shortcut={someUnread ? 'Shift+I' : 'Shift+U'}
        disabledReason={organize}
        onClick={() => onPlace.seen(someUnread)}
      />
      <IconButton icon={Star} label={t('mail.star')} shortcut="s" disabledReason={organize} onClick={onPlace.star} />
    </BulkBar>
  );
}
