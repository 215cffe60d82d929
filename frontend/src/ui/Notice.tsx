import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { PendingFace } from './Face';
import styles from './Notice.module.css';

interface NoticeProps {
  icon: LucideIcon;
  title: ReactNode;
  /** Who, when, what was kept. */
  children?: ReactNode;
  /** The next step: there always is one. */
  actions: ReactNode;
}

/** A plain page that says where one stands: an ended access, a used link, something that can't be found. */
export function Notice({ icon, title, children, actions }: NoticeProps) {
  return (
    <div className={styles.notice}>
      <PendingFace icon={icon} size="large" shape="box" />
      <h1 className="title">{title}</h1>
      {children && <div className={styles.text}>{children}</div>}
      <div className={styles.actions}>{actions}</div>
    </div>
  );
}

/** The same over a whole pane: what was there is covered at once. */
export function CoveringNotice(props: NoticeProps) {
  return (
    <div className={styles.covered} role="alert">
      <Notice {...props} />
    </div>
  );
}
