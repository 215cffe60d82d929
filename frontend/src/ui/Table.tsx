import type { ReactNode } from 'react';
import styles from './Table.module.css';
import { moveWithArrows } from './tableKeys';

interface TableProps {
  /** What it lists, for those who hear it. */
  label: string;
  /** The th elements of its head. */
  head: ReactNode;
  /** The tr elements of its body. */
  children: ReactNode;
  /** True while other rows are being fetched in place of these. */
  busy?: boolean;
}

/**
 * A table that turns into cards where there is little room. Rows carry data-selected, data-new
 * (for two seconds) and data-leaving. Cells say what they are: data-main leads
 * a card, data-more holds its menu, data-pick its checkbox, data-label names
 * the value, data-empty has none, data-extra folds away before that,
 * data-number is set to the right. Arrow keys move among the controls of its rows.
 */
export function Table({ label, head, children, busy }: TableProps) {
  return (
    <div className={styles.box}>
      <table className={styles.table} aria-label={label} aria-busy={busy || undefined}>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody onKeyDown={moveWithArrows}>{children}</tbody>
      </table>
    </div>
  );
}
