import { useState } from 'react';
import { asRefusal } from '../api/refusal';
import { useRefusalText } from '../api/useRefusalText';
import { useTranslation } from '../i18n/translation';
import { Button } from '../ui/Button';
import { minutesAndSeconds, useCountdown } from '../ui/useCountdown';
import styles from './ResendCode.module.css';

const LONGEST = 60_000; // ms; the server lets a code be sent once a minute

interface ResendCodeProps {
  /** When another code can be asked for; null when none can. */
  after: string | null;
  onResend: () => Promise<void>;
}

/** A new code, when the last one may have got lost. */
export function ResendCode({ after, onResend }: ResendCodeProps) {
  const { t } = useTranslation();
  const say = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [limitedUntil, setLimitedUntil] = useState<number | null>(null);
  const [toldAt, setToldAt] = useState({ after, now: Date.now() });
  if (toldAt.after !== after) {
    setToldAt({ after, now: Date.now() });
    setLimitedUntil(null);
  }
  // A clock that goes wrong here must not make anybody wait for ever.
  const until = after === null ? null : Math.min(Date.parse(after), toldAt.now + LONGEST);
  const left = useCountdown(limitedUntil ?? until);

  const resend = async () => {
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    setSent(false);
    try {
      await onResend();
      setSent(true);
    } catch (thrown) {
      const refused = asRefusal(thrown);
      if (refused.code === 'RATE_LIMITED') setLimitedUntil(Date.now() + (refused.retryAfter ?? 60) * 1_000);
      else setRefusal(say(refused));
    }
    setBusy(false);
  };
  if (after === null) return null;
  return (
    <div className={styles.resend}>
      <p>
        {t('credentials.codeMissing')}{' '}
        {left > 0 ? (
          t('credentials.codeAgainIn', { time: minutesAndSeconds(left) })
        ) : (
          <Button kind="link" busy={busy} onClick={() => void resend()}>
            {t('credentials.codeAgain')}
          </Button>
        )}
      </p>
      <p aria-live="polite">{refusal ?? (sent ? t('credentials.codeSent') : null)}</p>
    </div>
  );
}
