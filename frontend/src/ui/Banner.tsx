import type { LucideIcon } from 'lucide-react';
import CircleAlert from 'lucide-react/icons/circle-exclamation-point';
import Info from 'lucide-react/icons/info';
import type { ReactNode } from 'react';
import styles from './Banner.module.css';
import { Icon } from './Icon';

interface BannerProps {
  tone?: 'accent' | 'warning' | 'danger';
  icon?: LucideIcon;
  /** What happened, what was kept, what to do. */
  children: ReactNode;
  action?: ReactNode;
  /** Edge to edge, as part of a pane. */
  edge?: boolean;
}

/** Danger interrupts a screen reader, the others wait their turn. */
export function Banner({ tone, icon = tone === 'danger' ? CircleAlert : Info, children, action, edge }: BannerProps) {
  return (
    <div
      className={styles.banner}
      data-tone={tone}
      data-edge={edge || undefined}
      role={tone === 'danger' ? 'alert' : 'status'}
    >
      <Icon of={icon} />
      <div className={styles.text}>{children}</div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
