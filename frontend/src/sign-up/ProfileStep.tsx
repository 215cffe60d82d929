import type { FormEvent } from 'react';
import { NewPasswordField, newPasswordError } from '../credentials/NewPasswordField';
import { useTranslation } from '../i18n/translation';
import { Button } from '../ui/Button';
import { useFields } from '../ui/fields';
import { TextField } from '../ui/TextField';
import { tellProfile } from './api';
import { Step } from './Step';
import styles from './Step.module.css';
import type { LaterStepProps } from './steps';
import { useAct } from './useAct';

interface ProfileStepProps extends LaterStepProps {
  /** Nothing was changed: on to the next. */
  onUnchanged: () => void;
}

/** 2 of 4: name and password. */
export function ProfileStep(props: ProfileStepProps) {
  const { invitation, token, signUp, onSignUp, typed, onTyped, onBack, onRefusal, onUnchanged } = props;
  const { t } = useTranslation();
  // Who comes back after a pause has chosen a password, which isn't asked for again unless they change something.
  const isDone = signUp.step !== 'PROFILE';
  const isUnchanged = (name: { firstName: string; lastName: string; password: string }) =>
    isDone &&
    name.firstName.trim() === signUp.firstName &&
    name.lastName.trim() === signUp.lastName &&
    (!name.password || name.password === typed.password);
  const required = (value: string) => (value.trim() ? null : t('signUp.nameNeeded'));
  const form = useFields(
    {
      firstName: required,
      lastName: required,
      password: (value) => (isDone && !value ? null : newPasswordError(value, { t })),
    },
    typed,
  );
  const { act, busy, refusal } = useAct((refused) => {
    if (refused.code !== 'VALIDATION_FAILED') return onRefusal(refused);
    if (refused.field === 'firstName' || refused.field === 'lastName') form.refuse(refused.field, t('signUp.badName'));
    else form.refuse('password', t('signUp.otherPassword'));
    return true;
  });
  const leave = () => {
    onTyped(form.values);
    onBack();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.check()) return;
    if (isUnchanged(form.values)) {
      onUnchanged();
      return;
    }
    if (!form.values.password) {
      form.refuse('password', t('signUp.passwordAgain'));
      return;
    }
    onTyped(form.values);
    void act(async () => {
      const { firstName, lastName, password } = form.values;
      onSignUp(await tellProfile({ token, firstName: firstName.trim(), lastName: lastName.trim(), password }));
    });
  };
  return (
    <Step
      screen="profile"
      invitation={invitation}
      title={t('signUp.profileTitle')}
      text={t('signUp.profileText', { name: invitation.invitedByName })}
      onBack={leave}
      refusal={refusal}
    >
      <form className={styles.form} onSubmit={submit} noValidate>
        <div className={styles.names}>
          <TextField
            label={t('signUp.firstName')}
            size="large"
            autoComplete="given-name"
            autoFocus
            {...form.field('firstName')}
          />
          <TextField label={t('signUp.lastName')} size="large" autoComplete="family-name" {...form.field('lastName')} />
        </div>
        {/* Password managers learn by this which account the password is of. */}
        <input type="hidden" name="email" autoComplete="username" value={signUp.email} readOnly />
        <NewPasswordField
          label={t('signUp.password')}
          size="large"
          placeholder={isDone ? t('signUp.passwordKept') : undefined}
          {...form.field('password')}
        />
        <Button kind="primary" size="large" wide type="submit" busy={busy}>
          {t('signUp.next')}
        </Button>
      </form>
    </Step>
  );
}
