import { useState } from 'react';
import { asRefusal, type Refusal } from '../api/refusal';
import { useRefusalText } from '../api/useRefusalText';
import { useTranslation } from '../i18n/translation';
import { minutesAndSeconds, useCountdown } from '../ui/useCountdown';

/**
 * One act of a step: not twice at a time, and not while the server wants to be
 * left in peace. `handle` deals with the refusals that belong to the step and
 * says so; the others come back as a sentence, `refusal`.
 */
export function useAct(handle: (refusal: Refusal) => boolean) {
  const { t } = useTranslation();
  const say = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [waitUntil, setWaitUntil] = useState<number | null>(null);
  const wait = useCountdown(waitUntil);

  const act = async (what: () => Promise<void>): Promise<void> => {
    if (busy || wait > 0) return;
    setBusy(true);
    setRefused(null);
    try {
      await what();
    } catch (thrown) {
      const refusal = asRefusal(thrown);
      if (!handle(refusal)) {
        if (refusal.code === 'RATE_LIMITED') setWaitUntil(Date.now() + (refusal.retryAfter ?? 60) * 1_000);
        else setRefused(say(refusal));
      }
    }
    setBusy(false);
  };
  const refusal = wait > 0 ? t('signUp.limited', { time: minutesAndSeconds(wait) }) : refused;
  return { act, busy, refusal };
}
