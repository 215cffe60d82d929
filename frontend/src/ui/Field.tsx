import CircleAlert from 'lucide-react/icons/circle-exclamation-point';
import { type ReactNode, useId } from 'react';
import { useTranslation } from '../i18n/translation';
import styles from './Field.module.css';
import { Icon } from './Icon';

export interface FieldProps {
  label: string;
  help?: ReactNode;
  /** What is wrong and what to do, in a sentence. */
  error?: ReactNode;
  optional?: boolean;
  size?: 'large';
}

/** What the control inside a field must carry, so that label, help and error are spoken with it. */
export interface Wiring {
  id: string;
  className: string | undefined;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}

/** A label above, a control, help or the error below. */
export function Field(props: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const { t } = useTranslation();
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = Boolean(props.error || props.help);
  return (
    <div className={styles.field} data-size={props.size}>
      <label className={styles.label} htmlFor={id}>
        {props.label}
        {props.optional && <span className={styles.optional}> {t('ui.optional')}</span>}
      </label>
      {props.children({
        id,
        className: styles.input,
        'aria-invalid': props.error ? true : undefined,
        'aria-describedby': hasNote ? noteId : undefined,
      })}
      {/* Always there, so that an error that comes later is announced. */}
      <div id={noteId} aria-live="polite">
        {props.error ? (
          <p className={styles.error}>
            <Icon of={CircleAlert} />
            <span>{props.error}</span>
          </p>
        ) : (
          props.help && <p className={styles.help}>{props.help}</p>
        )}
      </div>
    </div>
  );
}
