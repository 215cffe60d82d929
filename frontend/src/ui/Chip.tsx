import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Chip.module.css';
import { Icon } from './Icon';
import { tintOf } from './tint';
import { tip } from './tip';

interface ChipProps {
  tone?: 'accent' | 'success' | 'warning' | 'danger';
  icon?: LucideIcon;
  /** One sentence more, on hover. */
  detail?: string;
  children: ReactNode;
}

/** A state in a word. The tone repeats what the word says. */
export function Chip({ tone, icon, detail, children }: ChipProps) {
  return (
    <span className={styles.chip} data-tone={tone} {...(detail ? tip(detail) : {})}>
      {icon && <Icon of={icon} />}
      {children}
    </span>
  );
}

/** A label that people gave to mail; its tint follows from its name. */
export function Label({ name }: { name: string }) {
  return (
    <span className={styles.label} data-tint={tintOf(name)}>
      {name}
    </span>
  );
}

/** A number; `spoken` says what it counts, for those who can't see where it stands. */
export function Count(props: { of: number; unread?: boolean; spoken?: string }) {
  return (
    <span className={styles.count} data-unread={props.unread || undefined}>
      {props.of}
      {props.spoken && <span className="spoken"> {props.spoken}</span>}
    </span>
  );
}
