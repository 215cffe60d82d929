import ArrowLeft from 'lucide-react/icons/arrow-left';
import Fingerprint from 'lucide-react/icons/fingerprint-pattern';
import { type FormEvent, useState } from 'react';
import { asRefusal } from '../api/refusal';
import { useRefusalText } from '../api/useRefusalText';
import { useTranslation } from '../i18n/translation';
import { askForPasskey } from '../second-factor/passkeys';
import { Button } from '../ui/Button';
import { DialogBody, DialogFoot, DialogForm } from '../ui/Dialog';
import { PasswordField } from '../ui/PasswordField';
import { useConfirmPasskey } from './useConfirmPasskey';
import { useConfirmPassword } from './useConfirmPassword';
import { useHasPasskey } from './useHasPasskey';

interface StepUpFormProps {
  /** Who is signed in: whose password is asked for. */
  account: string;
  /** What it is for, and what is kept. */
  why: string;
  /** What happens then: "Confirm and create link". */
  label: string;
  back: string;
  onBack: () => void;
  onProved: () => void;
}

/** Asks for the password again, or for a passkey where there is one, inside a dialog and before a sensitive act. */
export function StepUpForm({ account, why, label, back, onBack, onProved }: StepUpFormProps) {
  const { t } = useTranslation();
  const say = useRefusalText();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [confirm, busy] = useConfirmPassword();
  const [confirmPasskey, busyWithPasskey] = useConfirmPasskey();
  const hasPasskey = useHasPasskey();

  const prove = async () => {
    try {
      await confirm(password);
      onProved();
    } catch (thrown) {
      const refusal = asRefusal(thrown);
      setError(refusal.code === 'VALIDATION_FAILED' ? t('sharing.passwordWrong') : say(refusal));
    }
  };
  const proveByPasskey = async () => {
    setError(null);
    try {
      const proof = await askForPasskey('STEP_UP');
      if (!proof) return setError(t('sharing.passkeyStopped'));
      await confirmPasskey(proof);
      onProved();
    } catch (thrown) {
      const refusal = asRefusal(thrown);
      const isOther = refusal.code === 'VALIDATION_FAILED' || refusal.code === 'NOT_FOUND';
      setError(isOther ? t('sharing.passkeyWrong') : say(refusal));
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (password === '') setError(t('sharing.passwordMissing'));
    else void prove();
  };
  return (
    <DialogForm onSubmit={submit}>
      <DialogBody>
        <p className="muted">{why}</p>
        {/* Lets password managers know whose password this is. */}
        <input type="email" autoComplete="username" value={account} readOnly hidden />
        <PasswordField
          label={t('sharing.passwordOf', { email: account })}
          autoComplete="current-password"
          autoFocus
          value={password}
          error={error}
          onChange={(event) => {
            setPassword(event.target.value);
            setError(null);
          }}
        />
        {hasPasskey && (
          <Button wide icon={Fingerprint} busy={busyWithPasskey} onClick={() => void proveByPasskey()}>
            {t('sharing.usePasskey')}
          </Button>
        )}
      </DialogBody>
      <DialogFoot>
        <span className="grow">
          <Button kind="quiet" icon={ArrowLeft} onClick={onBack}>
            {back}
          </Button>
        </span>
        <Button kind="primary" type="submit" busy={busy}>
          {label}
        </Button>
      </DialogFoot>
    </DialogForm>
  );
}
