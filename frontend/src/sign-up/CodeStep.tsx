import { useRef, useState } from 'react';
import { ResendCode } from '../credentials/ResendCode';
import { href, signInHref } from '../href';
import { useTranslation, Words } from '../i18n/translation';
import { Address } from '../ui/Address';
import { Button } from '../ui/Button';
import { CodeField, isWholeCode } from '../ui/CodeField';
import { findSignUp, resendCode, verifyEmail } from './api';
import { Step } from './Step';
import styles from './Step.module.css';
import type { LaterStepProps } from './steps';
import { useAct } from './useAct';

/** 1 of 4, too: the code that was sent to the address. */
export function CodeStep({ invitation, link, token, signUp, onSignUp, onBack, onRefusal }: LaterStepProps) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const noTries = signUp.triesLeft <= 0;

  const { act, busy, refusal } = useAct((refused) => {
    if (refused.code !== 'VALIDATION_FAILED') return onRefusal(refused);
    input.current?.select();
    setError(t('signUp.wrongCode'));
    // How often it may still be typed is worth saying, but not worth failing for.
    void findSignUp(token).then((now) => {
      onSignUp(now);
      setError(now.triesLeft > 0 ? t('signUp.wrongCodeTries', { count: now.triesLeft }) : t('signUp.codeDead'));
    }, onRefusal);
    return true;
  });
  const send = (digits: string) => {
    if (noTries) return;
    if (!isWholeCode(digits)) {
      setError(t('signUp.shortCode'));
      input.current?.focus();
      return;
    }
    setError(null);
    void act(async () => onSignUp(await verifyEmail({ token, code: digits })));
  };
  return (
    <Step
      screen="code"
      invitation={invitation}
      title={t('signUp.codeTitle')}
      text={
        <Words
          of="signUp.codeText"
          values={{
            email: (
              <strong>
                <Address of={signUp.email} />
              </strong>
            ),
          }}
        />
      }
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
        <CodeField
          ref={input}
          label={t('signUp.code')}
          value={code}
          onChange={setCode}
          onComplete={send}
          error={error ?? (noTries ? t('signUp.codeDead') : null)}
          autoFocus
        />
        <ResendCode
          after={signUp.resendAfter}
          onResend={async () => {
            onSignUp(await resendCode({ token }));
            setCode('');
            setError(null);
            input.current?.focus();
          }}
        />
        <Button kind="primary" size="large" wide type="submit" busy={busy}>
          {t('signUp.next')}
        </Button>
      </form>
      <p className={styles.help}>
        <Words
          of="signUp.maybeAccount"
          values={{ signIn: <a href={signInHref(href.invitation({ token: link }))}>{t('signUp.signIn')}</a> }}
        />
      </p>
    </Step>
  );
}
