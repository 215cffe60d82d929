import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../i18n/translation';
import { Button } from './Button';
import styles from './CopyField.module.css';

const SHOWN = 2_000; // ms that "Copied" stays

/** A text to take along. Where the clipboard is closed to us, it is selected instead, ready for the person's own copy. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), SHOWN);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      input.current?.focus();
    }
  };
  return (
    <div className={styles.field}>
      <input ref={input} aria-label={label} value={value} readOnly onFocus={(event) => event.target.select()} />
      <Button size="small" icon={copied ? Check : Copy} onClick={() => void copy()}>
        <span aria-live="polite">{copied ? t('ui.copied') : t('ui.copy')}</span>
      </Button>
    </div>
  );
}
