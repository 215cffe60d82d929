import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import Download from 'lucide-react/icons/download';
import Printer from 'lucide-react/icons/printer';
import { useEffect, useState } from 'react';
import { longDate } from '../i18n/format';
import { useTranslation } from '../i18n/translation';
import { Button } from '../ui/Button';
import styles from './RecoveryCodes.module.css';

const SHOWN = 2_000; // ms that "Copied" stays

/** The codes that open the account without the second factor, and every way to take them along. */
export function RecoveryCodes({ codes, email }: { codes: readonly string[]; email: string }) {
  const { t, language } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), SHOWN);
    return () => clearTimeout(timer);
  }, [copied]);
  const title = t('secondFactor.codesFile', { email, date: longDate(language, new Date()) });
  const copy = () =>
    navigator.clipboard.writeText(codes.join('\n')).then(
      () => setCopied(true),
      () => setCopied(false), // where the clipboard is closed to us, they can still be selected
    );
  return (
    <div className={styles.codes}>
      <p className={styles.title}>{title}</p>
      <ul className={styles.list} aria-label={t('secondFactor.codes')}>
        {codes.map((code) => (
          <li key={code} translate="no">
            {code}
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        <Button icon={copied ? Check : Copy} onClick={() => void copy()}>
          <span aria-live="polite">{copied ? t('ui.copied') : t('ui.copy')}</span>
        </Button>
        <Button
          icon={Download}
          onClick={() => download('latchkey-recovery-codes.txt', [title, '', ...codes, ''].join('\n'))}
        >
          {t('secondFactor.download')}
        </Button>
        <Button icon={Printer} onClick={() => window.print()}>
          {t('secondFactor.print')}
        </Button>
      </div>
    </div>
  );
}

/** Lets the browser keep a text as a file. */
function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = name;
  link.click();
  // The download has its own hold on the text only after this task.
  setTimeout(URL.revokeObjectURL, 1_000, link.href);
}
