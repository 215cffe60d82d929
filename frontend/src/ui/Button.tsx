import type { LucideIcon } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from './Button.module.css';
import { Icon } from './Icon';
import { tip } from './tip';

export interface ButtonLook {
  /** Only one primary in a view. Secondary unless said. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'link';
  size?: 'small' | 'large';
  /** Takes the whole line. */
  wide?: boolean;
  icon?: LucideIcon;
  children: ReactNode;
}

interface ButtonProps extends ButtonLook, Omit<ComponentProps<'button'>, 'children' | 'disabled' | 'className'> {
  /** True while what it did is under way: it stays where it is and can't be pressed twice. */
  busy?: boolean;
  /** Why it can't be pressed now, in a sentence. It stands under the button, which stays reachable. */
  disabledReason?: ReactNode;
  /** Where there is no room under it (toolbars, rows), the reason is a tooltip instead. */
  reasonAs?: 'text' | 'tip';
}

export function Button(props: ButtonProps) {
  const {
    kind = 'secondary',
    size,
    wide,
    icon,
    children,
    busy,
    disabledReason,
    reasonAs = 'text',
    onClick,
    type = 'button',
    ...rest
  } = props;
  const reasonId = useId();
  const disabled = Boolean(disabledReason);
  const asTip = disabled && reasonAs === 'tip' && typeof disabledReason === 'string';
  const button = (
    <button
      {...rest}
      {...(asTip ? tip(disabledReason) : {})}
      type={disabled || busy ? 'button' : type}
      className={styles.button}
      data-kind={kind}
      data-size={size}
      data-wide={wide || undefined}
      aria-busy={busy || undefined}
      aria-disabled={disabled || busy || undefined}
      aria-description={asTip ? disabledReason : undefined}
      aria-describedby={disabled && !asTip ? reasonId : rest['aria-describedby']}
      onClick={disabled || busy ? undefined : onClick}
    >
      {icon && <Icon of={icon} />}
      {children}
    </button>
  );
  if (!disabled || asTip) return button;
  return (
    <span className={styles.explained} data-wide={wide || undefined}>
      {button}
      <span id={reasonId} className={styles.reason}>
        {disabledReason}
      </span>
    </span>
  );
}
