import type { ReactNode } from 'react';
import styles from './Choice.module.css';

interface SwitchProps {
  label: ReactNode;
  on: boolean;
  onChange: (on: boolean) => void;
  disabledReason?: string | null;
  /** The id of a sentence beside it that says what it means. */
  describedBy?: string;
}

/** Something that takes effect at once, unlike a checkbox in a form. */
export function Switch({ label, on, onChange, disabledReason, describedBy }: SwitchProps) {
  return (
    <label className={styles.switchRow}>
      <input
        type="checkbox"
        role="switch"
        className={styles.switch}
        checked={on}
        aria-checked={on}
        aria-disabled={disabledReason ? true : undefined}
        aria-describedby={describedBy}
        aria-description={disabledReason || undefined}
        onChange={(event) => {
          if (!disabledReason) onChange(event.target.checked);
        }}
      />
      <span>{label}</span>
    </label>
  );
}
