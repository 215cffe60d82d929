import { Popover } from '@base-ui/react/popover';
import X from 'lucide-react/icons/x';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from '../i18n/translation';
import { IconButton } from './IconButton';
import styles from './Popover.module.css';

export interface PopoverProps {
  label: string;
  anchor: RefObject<HTMLElement | null>;
  open: boolean;
  onClose: () => void;
  width?: 'small';
  children: ReactNode;
}

export function PopoverLayer({ label, anchor, open, onClose, width, children }: PopoverProps) {
  const { t } = useTranslation();
  return (
    <Popover.Root
      open={open}
      modal
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          className={styles.positioner}
          data-over="popover"
          anchor={anchor}
          align="start"
          sideOffset={4}
          collisionPadding={8}
        >
          <Popover.Popup className={styles.popover} data-width={width} aria-label={label} finalFocus={anchor}>
            <div className={styles.head}>
              <span aria-hidden="true">{label}</span>
              <IconButton icon={X} label={t('ui.close')} onClick={onClose} />
            </div>
            <div className={styles.content}>{children}</div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
