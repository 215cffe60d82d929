import { Dialog } from '@base-ui/react/dialog';
import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/translation';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton';

export interface DialogProps {
  title: ReactNode;
  /** Under the title, such as a Stepper. */
  under?: ReactNode;
  open: boolean;
  onClose: () => void;
  /** A question rather than a task: it rises from the foot of a phone instead of filling it. */
  size?: 'small';
  /** While true, a click beside it or Escape doesn't close it: something would be lost. */
  sticky?: boolean;
  /** DialogBody, DialogPlain and DialogFoot; a form may stand around them. */
  children: ReactNode;
}

export function DialogLayer({ title, under, open, onClose, size, sticky, children }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog.Root
      open={open}
      disablePointerDismissal={sticky}
      onOpenChange={(next, details) => {
        if (next) return;
        if (sticky && details.reason === 'escape-key') details.cancel();
        else onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.scrim} />
        <div className={styles.place} data-over="dialog">
          <Dialog.Popup className={styles.dialog} data-size={size}>
            <div className={styles.head}>
              <div className={styles.headText}>
                <Dialog.Title className="title">{title}</Dialog.Title>
                {under}
              </div>
              <IconButton icon={X} label={t('ui.close')} onClick={onClose} />
            </div>
            {children}
          </Dialog.Popup>
        </div>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
