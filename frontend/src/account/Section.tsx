import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Icon } from '../ui/Icon';
import styles from './Section.module.css';

interface SectionProps {
  title: string;
  /** What it is for, in a sentence. */
  help?: ReactNode;
  /** The section's own act. */
  action?: ReactNode;
  children?: ReactNode;
}

/** One matter of a page of the account. */
export function Section({ title, help, action, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <div>
          <h2 id={id}>{title}</h2>
          {help && <p className="muted">{help}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}

/** Things of one kind, a row each. */
export const Card = ({ children }: { children: ReactNode }) => <ul className={styles.card}>{children}</ul>;

interface CardRowProps {
  icon: LucideIcon;
  name: ReactNode;
  /** A chip or two. */
  marks?: ReactNode;
  detail?: ReactNode;
  action?: ReactNode;
}

export function CardRow({ icon, name, marks, detail, action }: CardRowProps) {
  return (
    <li className={styles.row}>
      <Icon of={icon} size="large" />
      <div className={styles.text}>
        <div className={styles.name}>
          <span className="name">{name}</span>
          {marks}
        </div>
        {detail && <p className="meta">{detail}</p>}
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </li>
  );
}
