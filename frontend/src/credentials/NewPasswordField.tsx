import type { ComponentProps } from 'react';
import { type Translation, useTranslation } from '../i18n/translation';
import { PasswordField } from '../ui/PasswordField';
import styles from './NewPasswordField.module.css';

const SHORTEST = 12; // characters; the server decides, this saves a round trip
const STRONG = 18;
const BARS = 4;

/** A password to be chosen, with how far its length has come. */
export function NewPasswordField(props: ComponentProps<typeof PasswordField> & { value: string }) {
  const { t } = useTranslation();
  const length = [...props.value].length;
  const bars = Math.min(BARS, Math.floor((length / STRONG) * BARS));
  const hint =
    length < SHORTEST
      ? t('credentials.passwordShort', { count: SHORTEST - length })
      : t(length < STRONG ? 'credentials.passwordGood' : 'credentials.passwordBest');
  return (
    <div className={styles.field}>
      <PasswordField autoComplete="new-password" {...props} help={hint} />
      <div className={styles.meter} aria-hidden="true">
        {Array.from({ length: BARS }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bars have no other name
          <i key={at} data-on={at < bars || undefined} />
        ))}
      </div>
    </div>
  );
}

/** What is wrong with a new password, in a sentence; null when nothing is. */
export const newPasswordError = (password: string, { t }: Pick<Translation, 't'>): string | null =>
  [...password].length < SHORTEST ? t('credentials.passwordTooShort', { count: SHORTEST }) : null;
