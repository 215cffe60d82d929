import { type ReactNode, useId } from 'react';
import styles from './Choice.module.css';

interface CheckboxProps {
  label: ReactNode;
  /** One more sentence under the label. */
  help?: ReactNode;
  /** 'partly' when it stands for several that differ. */
  checked: boolean | 'partly';
  onChange: (checked: boolean, event: { shiftKey: boolean }) => void;
  /** Why it can't be changed now; it takes the place of the help. */
  disabledReason?: ReactNode;
  /** The label is spoken only, as in a column of a table. */
  bare?: boolean;
}

/** The whole row is the target. A disabled one stays reachable, so that its reason can be heard. */
export function Checkbox({ label, help, checked, onChange, disabledReason, bare }: CheckboxProps) {
  const noteId = useId();
  const note = disabledReason ?? help;
  return (
    <label className={styles.choice} data-bare={bare || undefined}>
      <input
        type="checkbox"
        checked={checked === true}
        ref={(input) => {
          if (input) input.indeterminate = checked === 'partly';
        }}
        aria-disabled={disabledReason ? true : undefined}
        aria-describedby={note ? noteId : undefined}
        onChange={(event) => {
          const { shiftKey } = event.nativeEvent as MouseEvent;
          if (!disabledReason) onChange(event.target.checked, { shiftKey: shiftKey === true });
        }}
      />
      <span className={bare ? 'spoken' : styles.name}>
        {label}
        {note && (
          <span id={noteId} className={styles.help}>
            {note}
          </span>
        )}
      </span>
    </label>
  );
}
