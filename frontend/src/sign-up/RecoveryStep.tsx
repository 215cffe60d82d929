import { useEffect, useState } from 'react';
import { href } from '../href';
import { useTranslation } from '../i18n/translation';
import { accept } from '../invitation/accept';
import type { Preview } from '../invitation/preview';
import { RecoveryCodes } from '../second-factor/RecoveryCodes';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { Step } from './Step';
import { useAct } from './useAct';

interface RecoveryStepProps {
  invitation: Preview;
  link: string;
  email: string;
  codes: readonly string[];
}

/** 4 of 4, at last: the codes for the day when the second factor is lost. Then the mailbox opens. */
export function RecoveryStep({ invitation, link, email, codes }: RecoveryStepProps) {
  const { t } = useTranslation();
  const [isSafe, setSafe] = useState(false);
  const [asked, setAsked] = useState(false);
  const { act, busy, refusal } = useAct(({ code }) => {
    // The account is made, whatever became of the invitation: its page says what.
    const isOver = code !== 'OFFLINE' && code !== 'RATE_LIMITED' && code !== 'INTERNAL' && code !== 'UNAVAILABLE';
    if (isOver) location.assign(href.invitation({ token: link }));
    return isOver;
  });
  useEffect(() => {
    if (isSafe) return undefined;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [isSafe]);
  return (
    <Step
      screen="recovery"
      invitation={invitation}
      title={t('signUp.recoveryTitle')}
      text={t('signUp.recoveryText')}
      refusal={refusal}
    >
      <RecoveryCodes codes={codes} email={email} />
      <Checkbox label={t('signUp.safe')} checked={isSafe} onChange={setSafe} />
      <Button
        kind="primary"
        size="large"
        wide
        busy={busy}
        disabledReason={asked && !isSafe ? t('signUp.safeFirst') : null}
        onClick={() => {
          setAsked(true);
          if (isSafe) void act(() => accept(link));
        }}
      >
        {t('signUp.open', { address: invitation.address })}
      </Button>
    </Step>
  );
}
