import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { Icon } from './Icon';
import styles from './IconButton.module.css';
import { tip } from './tip';

export interface IconButtonLook {
  /** Its name, spoken and shown as a tooltip. */
  label: string;
  icon?: LucideIcon;
  /** In place of an icon, such as a face. */
  children?: ReactNode;
  size?: 'small' | 'large';
  /** The key that does the same, shown with the name. */
  shortcut?: string;
}

interface IconButtonProps
  extends IconButtonLook,
    Omit<ComponentProps<'button'>, 'children' | 'disabled' | 'className'> {
  /** A toggle's state. */
  pressed?: boolean;
  /** Why it can't be pressed now: shown with the name. */
  disabledReason?: string | null;
}

export function IconButton(props: IconButtonProps) {
  const { label, icon, children, size, shortcut, pressed, disabledReason, onClick, ...rest } = props;
  return (
    <button
      {...rest}
      {...tip(shortcut ? `${label} (${shortcut})` : label, disabledReason)}
      type="button"
      className={styles.button}
      data-size={size}
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut}
      aria-disabled={disabledReason ? true : undefined}
      aria-description={disabledReason || undefined}
      onClick={disabledReason ? undefined : onClick}
    >
      {icon ? <Icon of={icon} /> : children}
    </button>
  );
}
