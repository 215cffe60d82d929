import type { Ref } from 'react';
import styles from './CodeField.module.css';
import { Field } from './Field';

const DIGITS = 6;

interface CodeFieldProps {
  label: string;
  value: string;
  onChange: (digits: string) => void;
  /** Called with the sixth digit, so that nobody has to press anything. */
  onComplete: (code: string) => void;
  error?: string | null;
  autoFocus?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** Six digits of an e-mail or an authenticator app. They may be pasted as they were written, with spaces or a dash. */
export function CodeField({ label, value, onChange, onComplete, error, autoFocus, ref }: CodeFieldProps) {
  return (
    <Field label={label} error={error}>
      {(wiring) => (
        <input
          {...wiring}
          ref={ref}
          className={styles.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          autoFocus={autoFocus}
          value={value}
          onChange={(event) => {
            const digits = digitsOf(event.target.value);
            onChange(digits);
            if (digits.length === DIGITS && digits !== value) onComplete(digits);
          }}
        />
      )}
    </Field>
  );
}

/** The first six digits of what was typed or pasted. */
const digitsOf = (text: string): string => text.replace(/\D/g, '').slice(0, DIGITS);

export const isWholeCode = (code: string): boolean => code.length === DIGITS;
