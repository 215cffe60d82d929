import { useRef, useState } from 'react';
import { useTranslation } from '../i18n/translation';
import { AuthenticatorKey } from '../second-factor/AuthenticatorKey';
import { Button } from '../ui/Button';
import { CodeField, isWholeCode } from '../ui/CodeField';
import { type AuthenticatorOffer, confirmAuthenticator } from './api';
import { Step } from './Step';
import styles from './Step.module.css';
import type { LaterStepProps } from './steps';
import { useAct } from './useAct';

interface AppStepProps extends LaterStepProps {
  offer: AuthenticatorOffer;
  onFinished: (recoveryCodes: string[]) => void;
}

/** 4 of 4, too: an authenticator app is taught, and proves it. */
export function AppStep({ invitation, token, offer, onBack, onRefusal, onFinished }: AppStepProps) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const { act, busy, refusal } = useAct((refused) => {
    if (refused.code !== 'VALIDATION_FAILED') return onRefusal(refused);
    setError(t('secondFactor.wrongCode'));
    input.current?.select();
    return true;
  });
  const send = (digits: string) => {
    if (!isWholeCode(digits)) {
      setError(t('secondFactor.shortCode'));
      input.current?.focus();
      return;
    }
    setError(null);
    void act(async () => onFinished(await confirmAuthenticator(token, digits)));
  };
  return (
    <Step
      screen="app"
      invitation={invitation}
      title={t('signUp.appTitle')}
      text={t('signUp.appText')}
      onBack={onBack}
      refusal={refusal}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          send(code);
        }}
        noValidate
      >
        <AuthenticatorKey {...offer}>
          <CodeField
            ref={input}
            label={t('secondFactor.code')}
            value={code}
            onChange={setCode}
            onComplete={send}
            error={error}
          />
        </AuthenticatorKey>
        <Button kind="primary" size="large" wide type="submit" busy={busy}>
          {t('signUp.confirm')}
        </Button>
      </form>
    </Step>
  );
}
