import Fingerprint from 'lucide-react/icons/fingerprint-pattern';
import { type FormEvent, useRef, useState } from 'react';
import { asRefusal, type Refusal } from '../api/refusal';
import { useRefusalText } from '../api/useRefusalText';
import type { Key } from '../i18n/keys';
import { useTranslation, Words } from '../i18n/translation';
import { Address } from '../ui/Address';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { CodeField, isWholeCode } from '../ui/CodeField';
import { TextField } from '../ui/TextField';
import { minutesAndSeconds, useCountdown } from '../ui/useCountdown';
import styles from './ProofForm.module.css';
import { askForPasskey, type PasskeyProof } from './passkeys';
import { passkeysWork } from './passkeysWork';

export type Method = 'PASSKEY' | 'AUTHENTICATOR' | 'RECOVERY_CODE';

/** What the API takes as `SecondFactorProof`: exactly one of these. */
export type Proof = { code: string } | { recoveryCode: string } | { passkey: PasskeyProof };

interface ProofFormProps {
  email: string;
  /** What the API gave with the methods. */
  challenge: string;
  /** The easiest first. */
  methods: readonly Method[];
  /** What the button does, such as "Sign in". */
  submit: string;
  /** Sends the proof. What it throws is a Refusal. */
  onProof: (proof: Proof) => Promise<void>;
  /** A refusal that isn't about the proof, such as that the challenge is over: whether the page has dealt with it. */
  onRefusal: (refusal: Refusal) => boolean;
}

const explanations: Record<Method, Key> = {
  PASSKEY: 'secondFactor.forPasskey',
  AUTHENTICATOR: 'secondFactor.forApp',
  RECOVERY_CODE: 'secondFactor.forRecovery',
};
const invitations: Record<Method, Key> = {
  PASSKEY: 'secondFactor.usePasskey',
  AUTHENTICATOR: 'secondFactor.useApp',
  RECOVERY_CODE: 'secondFactor.useRecovery',
};

/** Asks for the second factor, by whichever of its methods somebody has at hand. */
export function ProofForm({ email, challenge, methods, submit, onProof, onRefusal }: ProofFormProps) {
  const { t } = useTranslation();
  const say = useRefusalText();
  const [method, setMethod] = useState<Method>(methods[0] ?? 'RECOVERY_CODE');
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [waitUntil, setWaitUntil] = useState<number | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const wait = useCountdown(waitUntil);

  const choose = (next: Method) => {
    setMethod(next);
    setTyped('');
    setError(null);
    setRefusal(null);
  };
  const wrong = (sentence: string) => {
    setError(sentence);
    input.current?.select();
  };
  const send = async (prove: () => Promise<Proof | null>) => {
    if (busy || wait > 0) return;
    setBusy(true);
    setError(null);
    setRefusal(null);
    try {
      const proof = await prove();
      if (proof) await onProof(proof);
      else setRefusal(t('secondFactor.passkeyStopped'));
    } catch (thrown) {
      const refused = asRefusal(thrown);
      if (refused.code === 'RATE_LIMITED') setWaitUntil(Date.now() + (refused.retryAfter ?? 60) * 1_000);
      else if (refused.code !== 'VALIDATION_FAILED') {
        if (!onRefusal(refused)) setRefusal(say(refused));
      } else if (method === 'PASSKEY') setRefusal(t('secondFactor.wrongPasskey'));
      else wrong(t(method === 'AUTHENTICATOR' ? 'secondFactor.wrongCode' : 'secondFactor.wrongRecoveryCode'));
    }
    setBusy(false);
  };
  const sendCode = (code: string) => send(async () => ({ code }));
  const sendPasskey = () =>
    send(async () => {
      const passkey = await askForPasskey('SECOND_FACTOR', { challenge });
      return passkey && { passkey };
    });
  const act = (event: FormEvent) => {
    event.preventDefault();
    if (method === 'PASSKEY') void sendPasskey();
    else if (method === 'AUTHENTICATOR') {
      if (isWholeCode(typed)) void sendCode(typed);
      else wrong(t('secondFactor.shortCode'));
    } else if (typed.trim()) void send(async () => ({ recoveryCode: typed.trim() }));
    else wrong(t('secondFactor.noRecoveryCode'));
  };

  const usable = method !== 'PASSKEY' || passkeysWork();
  return (
    <form className={styles.form} onSubmit={act} noValidate>
      <div>
        <h1 className="title">{t('secondFactor.title')}</h1>
        <p className="muted">
          <Words
            of={explanations[method]}
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
      {wait > 0 && (
        <Banner tone="warning">
          <span aria-live="off">{t('secondFactor.limited', { time: minutesAndSeconds(wait) })}</span>
        </Banner>
      )}
      {refusal && <Banner tone="danger">{refusal}</Banner>}
      {method === 'AUTHENTICATOR' && (
        <CodeField
          key={method}
          ref={input}
          label={t('secondFactor.code')}
          value={typed}
          onChange={setTyped}
          onComplete={(code) => void sendCode(code)}
          error={error}
          autoFocus
        />
      )}
      {method === 'RECOVERY_CODE' && (
        <TextField
          key={method}
          ref={input}
          size="large"
          label={t('secondFactor.recoveryCode')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          error={error}
          autoFocus
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      )}
      <Button
        kind="primary"
        size="large"
        wide
        type="submit"
        busy={busy}
        icon={method === 'PASSKEY' ? Fingerprint : undefined}
        disabledReason={usable ? null : t('secondFactor.passkeyMissing')}
      >
        {method === 'PASSKEY' ? t('secondFactor.usePasskey') : submit}
      </Button>
      {methods.length > 1 && (
        <div className={styles.others}>
          {methods
            .filter((other) => other !== method)
            .map((other) => (
              <Button key={other} kind="link" onClick={() => choose(other)}>
                {t(invitations[other])}
              </Button>
            ))}
        </div>
      )}
    </form>
  );
}
