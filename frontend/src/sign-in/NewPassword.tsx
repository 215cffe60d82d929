import { type FormEvent, useState } from 'react';
import { call } from '../api/post';
import { asRefusal, type Refusal } from '../api/refusal';
import { useRefusalText } from '../api/useRefusalText';
import { NewPasswordField, newPasswordError } from '../credentials/NewPasswordField';
import { useTranslation } from '../i18n/translation';
import { type Proof, ProofForm } from '../second-factor/ProofForm';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { useFields } from '../ui/fields';
import type { Asked } from './ResetCode';
import type { Challenge } from './SecondFactor';
import styles from './SignIn.module.css';

const RESET = 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { viewer { user { id } } } }';

interface Ends {
  email: string;
  asked: Asked;
  onSignedIn: () => void;
  /** The new password is refused: it is asked for again. */
  onRefused: (error: string) => void;
  /** It took too long. */
  onOver: () => void;
}

interface NewPasswordProps extends Ends {
  secondFactor: Challenge | null;
  /** What was wrong with the last one. */
  error: string | null;
  onFactor: (secondFactor: Challenge, password: string) => void;
}

/** The new password; where there is no second factor, it is set at once. */
export function NewPassword(props: NewPasswordProps) {
  const { email, asked, secondFactor, error, onSignedIn, onFactor, onRefused, onOver } = props;
  const { t } = useTranslation();
  const say = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const form = useFields({ password: (value) => newPasswordError(value, { t }) });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !form.check()) return;
    const { password } = form.values;
    if (secondFactor) {
      onFactor(secondFactor, password);
      return;
    }
    setBusy(true);
    setRefusal(null);
    try {
      await call(RESET, { input: { challenge: asked.challenge, newPassword: password } });
      onSignedIn();
    } catch (thrown) {
      const refused = asRefusal(thrown);
      if (refused.code === 'UNAUTHENTICATED') onOver();
      else if (refused.code === 'VALIDATION_FAILED') onRefused(t('reset.otherPassword'));
      else setRefusal(refused);
      setBusy(false);
    }
  };
  const field = form.field('password');
  return (
    <>
      <div>
        <h1 className="title">{t('reset.passwordTitle')}</h1>
        <p className="muted">{t('reset.passwordText')}</p>
      </div>
      {refusal && <Banner tone="danger">{say(refusal)}</Banner>}
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        {/* Password managers learn by this which account the password is of. */}
        <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
        <NewPasswordField
          label={t('reset.password')}
          size="large"
          autoFocus
          {...field}
          error={field.error ?? (field.value ? null : error)}
        />
        <Button kind="primary" size="large" wide type="submit" busy={busy}>
          {secondFactor ? t('reset.next') : t('reset.submit')}
        </Button>
      </form>
    </>
  );
}

/** The last step of who has a second factor: it is proved together with the new password. */
export function Finish(props: Ends & { secondFactor: Challenge; password: string }) {
  const { email, secondFactor, password, onSignedIn, onRefused, onOver } = props;
  const { t } = useTranslation();
  const prove = async (proof: Proof) => {
    try {
      await call(RESET, { input: { challenge: secondFactor.challenge, newPassword: password, proof } });
      onSignedIn();
    } catch (thrown) {
      const refused = asRefusal(thrown);
      if (refused.field !== 'newPassword') throw refused;
      onRefused(t('reset.otherPassword'));
    }
  };
  return (
    <ProofForm
      email={email}
      challenge={secondFactor.challenge}
      methods={secondFactor.methods}
      submit={t('reset.submit')}
      onProof={prove}
      onRefusal={({ code }) => {
        const isOver = code === 'UNAUTHENTICATED';
        if (isOver) onOver();
        return isOver;
      }}
    />
  );
}
