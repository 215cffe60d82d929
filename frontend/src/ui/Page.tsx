import type { ReactNode } from 'react';
import styles from './Page.module.css';

/** A page of Manager or Account: breadcrumb, head, tabs, content, one under the other. */
export function Page({ narrow, children }: { narrow?: boolean; children: ReactNode }) {
  return (
    <div className={styles.page} data-narrow={narrow || undefined}>
      {children}
    </div>
  );
}

export function PageHead(props: { title: ReactNode; beside?: ReactNode; subtitle?: ReactNode; actions?: ReactNode }) {
  return (
    <header className={styles.head}>
      <div className={styles.headText}>
        <h1 className="title">
          {props.title}
          {props.beside}
        </h1>
        {props.subtitle && <p className={styles.subtitle}>{props.subtitle}</p>}
      </div>
      {props.actions}
    </header>
  );
}

/** Finding, filtering and the page's main act. */
export const Toolbar = ({ children }: { children: ReactNode }) => <div className={styles.toolbar}>{children}</div>;
