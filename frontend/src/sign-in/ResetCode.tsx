import { type FormEvent, useRef, useState } from 'react';
import { call } from '../api/post';
import { asRefusal } from '../api/refusal';
import { useRefusalText } from '../api/useRefusalText';
import { ResendCode } from '../credentials/ResendCode';
import { useTranslation, Words } from '../i18n/translation';
import { Address } from '../ui/Address';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { CodeField, isWholeCode } from '../ui/CodeField';
import { looksLikeAddress, useFields } from '../ui/fields';
import { TextField } from '../ui/TextField';
import type { Challenge } from './SecondFactor';
import styles from './SignIn.module.css';

const ASK = `mutation ($input: RequestPasswordResetInput!) {
  requestPasswordReset(input: $input) { challenge resendAfter }
}`;
const VERIFY = `mutation ($input: VerifyPasswordResetInput!) {
  verifyPasswordReset(input: $input) { secondFactor { challenge methods } }
}`;

/** A code that was sent, if somebody signs in with the address. */
export interface Asked {
  challenge: string;
  resendAfter: string;
}

const askForCode = async (email: string, language: string): Promise<Asked> => {
  const input = { email, language: language.toUpperCase() };
  return (await call<{ requestPasswordReset: Asked }>(ASK, { input })).requestPasswordReset;
};

interface AskForCodeProps {
  email: string;
  /** It took too long, and begins again. */
  over: boolean;
  onAsked: (email: string, asked: Asked) => void;
}

/** The address that has forgotten its password. */
export function AskForCode({ email, over, onAsked }: AskForCodeProps) {
  const { t, language } = useTranslation();
  const say = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useFields({ email: (value) => (looksLikeAddress(value) ? null : t('signIn.badEmail')) }, { email });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !form.check()) return;
    setBusy(true);
    setRefusal(null);
    try {
      const address = form.values.email.trim();
      onAsked(address, await askForCode(address, language));
    } catch (thrown) {
      const refused = asRefusal(thrown);
      if (refused.code === 'VALIDATION_FAILED') form.refuse('email', t('signIn.badEmail'));
      else setRefusal(say(refused));
      setBusy(false);
    }
  };
  return (
    <>
      <div>
        <h1 className="title">{t('reset.title')}</h1>
        <p className="muted">{t('reset.text')}</p>
      </div>
      {over && !refusal && <Banner tone="warning">{t('reset.over')}</Banner>}
      {refusal && <Banner tone="danger">{refusal}</Banner>}
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label={t('signIn.email')}
          size="large"
          type="email"
          autoComplete="username"
          autoFocus
          {...form.field('email')}
        />
        <Button kind="primary" size="large" wide type="submit" busy={busy}>
          {t('reset.send')}
        </Button>
      </form>
    </>
  );
}

interface TypeCodeProps {
  email: string;
  asked: Asked;
  onAsked: (asked: Asked) => void;
  onProven: (secondFactor: Challenge | null) => void;
  onOver: () => void;
}

/** The six digits of the e-mail. */
export function TypeCode({ email, asked, onAsked, onProven, onOver }: TypeCodeProps) {
  const { t, language } = useTranslation();
  const say = useRefusalText();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const send = async (digits: string) => {
    if (busy) return;
    if (!isWholeCode(digits)) {
      setError(t('reset.shortCode'));
      return;
    }
    setBusy(true);
    setError(null);
    try {
      const { verifyPasswordReset } = await call<{ verifyPasswordReset: { secondFactor: Challenge | null } }>(VERIFY, {
        input: { challenge: asked.challenge, code: digits },
      });
      onProven(verifyPasswordReset.secondFactor);
    } catch (thrown) {
      const refused = asRefusal(thrown);
      if (refused.code === 'UNAUTHENTICATED') onOver();
      else setError(refused.code === 'VALIDATION_FAILED' ? t('reset.wrongCode') : say(refused));
      setBusy(false);
      input.current?.select();
    }
  };
  return (
    <>
      <div>
        <h1 className="title">{t('reset.codeTitle')}</h1>
        <p className="muted">
          <Words
            of="reset.codeText"
            values={{
              email: (
                <strong>
                  <Address of={email} />
                </strong>
              ),
            }}
          />
        </p>
      </div>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send(code);
        }}
        noValidate
      >
        <CodeField
          ref={input}
          label={t('secondFactor.code')}
          value={code}
          onChange={setCode}
          onComplete={(digits) => void send(digits)}
          error={error}
          autoFocus
        />
        <ResendCode
          after={asked.resendAfter}
          onResend={async () => {
            onAsked(await askForCode(email, language));
            setCode('');
            setError(null);
          }}
        />
        <Button kind="primary" size="large" wide type="submit" busy={busy}>
          {t('reset.next')}
        </Button>
      </form>
    </>
  );
}
