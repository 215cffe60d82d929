import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import type { ComponentProps } from 'react';
import { useTranslation } from '../i18n/translation';
import styles from './Field.module.css';
import { Icon } from './Icon';
import { IconButton } from './IconButton';

interface SearchFieldProps extends Omit<ComponentProps<'input'>, 'className' | 'type' | 'value' | 'onChange'> {
  /** Its name, spoken and shown while it is empty. */
  label: string;
  value: string;
  onValue: (value: string) => void;
}

/** Finds as one types. Escape empties it first; only an empty one lets Escape through to what holds it. */
export function SearchField({ label, value, onValue, onKeyDown, ...input }: SearchFieldProps) {
  const { t } = useTranslation();
  return (
    <span className={styles.affix}>
      <Icon of={Search} />
      <input
        type="search"
        autoComplete="off"
        spellCheck={false}
        {...input}
        className={styles.input}
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onValue(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value) {
            event.stopPropagation();
            onValue('');
          }
          onKeyDown?.(event);
        }}
      />
      {value && <IconButton icon={X} label={t('ui.clear')} onClick={() => onValue('')} />}
    </span>
  );
}
