import ChevronDown from 'lucide-react/icons/chevron-down';
import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './Field';
import styles from './Field.module.css';
import { Icon } from './Icon';

type Own = keyof FieldProps | 'id' | 'className' | 'size';

/** The browser's own list of choices: it knows every keyboard, screen reader and phone. */
export function Select(props: FieldProps & Omit<ComponentProps<'select'>, Own>) {
  const { label, help, error, optional, size, ...select } = props;
  return (
    <Field {...{ label, help, error, optional, size }}>
      {(wiring) => (
        <span className={styles.selectBox}>
          <select {...select} {...wiring} />
          <Icon of={ChevronDown} />
        </span>
      )}
    </Field>
  );
}
