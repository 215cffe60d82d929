import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import { type ComponentProps, useState } from 'react';
import { useTranslation } from '../i18n/translation';
import { Field, type FieldProps } from './Field';
import styles from './Field.module.css';
import { IconButton } from './IconButton';

type Own = keyof FieldProps | 'id' | 'className' | 'type' | 'children';

/** A password, which can be looked at while it is typed. */
export function PasswordField(props: FieldProps & Omit<ComponentProps<'input'>, Own>) {
  const { label, help, error, optional, size, ...input } = props;
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <Field {...{ label, help, error, optional, size }}>
      {(wiring) => (
        <span className={styles.affix}>
          <input autoCapitalize="none" spellCheck={false} {...input} {...wiring} type={shown ? 'text' : 'password'} />
          <IconButton
            size={size}
            icon={shown ? EyeOff : Eye}
            label={shown ? t('ui.hidePassword') : t('ui.showPassword')}
            onClick={() => setShown(!shown)}
          />
        </span>
      )}
    </Field>
  );
}
