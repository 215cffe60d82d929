import ArrowLeft from 'lucide-react/icons/arrow-left';
import { type FormEvent, useState } from 'react';
import { asRefusal } from '../api/refusal';
import { useRefusalText } from '../api/useRefusalText';
import { useTranslation } from '../i18n/translation';
import { Button } from '../ui/Button';
import { DialogBody, DialogFoot, DialogForm } from '../ui/Dialog';
import { PasswordField } from '../ui/PasswordField';
import { useConfirmPassword } from './useConfirmPassword';

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

/** Asks for the password again, inside a dialog, before a sensitive act. */
export function StepUpForm({ account, why, label, back, onBack, onProved }: StepUpFormProps) {
  const { t } = useTranslation();
  const say = useRefusalText();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [confirm, busy] = useConfirmPassword();

  const prove = async () => {
    try {
      await confirm(password);
      onProved();
    } catch (thrown) {
      const refusal = asRefusal(thrown);
      setError(refusal.code === 'VALIDATION_FAILED' ? t('sharing.passwordWrong') : say(refusal));
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
