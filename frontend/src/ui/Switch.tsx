import type { ReactNode } from 'react';
import styles from './Choice.module.css';

interface SwitchProps {
  label: ReactNode;
  on: boolean;
  onChange: (on: boolean) => void;
  disabledReason?: string | null;
}

/** Something that takes effect at once, unlike a checkbox in a form. */
export function Switch({ label, on, onChange, disabledReason }: SwitchProps) {
  return (
    <label className={styles.switchRow}>
      <input
        type="checkbox"
        role="switch"
        className={styles.switch}
        checked={on}
        aria-checked={on}
        aria-disabled={disabledReason ? true : undefined}
        aria-description={disabledReason || undefined}
        onChange={(event) => {
          if (!disabledReason) onChange(event.target.checked);
        }}
      />
      <span>{label}</span>
    </label>
  );
}
