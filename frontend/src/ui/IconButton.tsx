import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from './Icon';
import styles from './IconButton.module.css';
import { tip } from './tip';

interface Look {
  /** Its name, spoken and shown as a tooltip. */
  label: string;
  icon?: LucideIcon;
  /** In place of an icon, such as a face. */
  children?: ReactNode;
  size?: 'small' | 'large';
  /** The key that does the same, shown with the name. */
  shortcut?: string;
}

interface IconButtonProps extends Look, Omit<ComponentProps<'button'>, 'children' | 'disabled' | 'className'> {
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

/** The same look, for what goes somewhere. */
export function IconLink(props: Look & { href: string; download?: string | true; onClick?: () => void }) {
  const { label, icon, children, size, shortcut, href, download, onClick } = props;
  const look = {
    ...tip(shortcut ? `${label} (${shortcut})` : label),
    href,
    className: styles.button,
    'data-size': size,
    'aria-label': label,
    onClick,
  };
  const content = icon ? <Icon of={icon} /> : children;
  return download ? (
    <a {...look} download={download === true ? '' : download}>
      {content}
    </a>
  ) : (
    <Link {...look}>{content}</Link>
  );
}
