import type { FormEvent } from 'react';
import { href, signInHref } from '../href';
import { useTranslation, Words } from '../i18n/translation';
import { Button } from '../ui/Button';
import { looksLikeAddress, useFields } from '../ui/fields';
import { TextField } from '../ui/TextField';
import { type SignUp, start } from './api';
import { Step } from './Step';
import styles from './Step.module.css';
import type { StepProps } from './steps';
import { useAct } from './useAct';

interface EmailStepProps extends StepProps {
  /** Why it begins again, if it does. */
  notice: string | null;
  /** The sign-up that was begun, when somebody comes back here. */
  signUp: SignUp | null;
  onStarted: (token: string, signUp: SignUp) => void;
  /** The address is as before: nothing is sent again. */
  onUnchanged: () => void;
}

/** 1 of 4: the address to sign in with. */
export function EmailStep(props: EmailStepProps) {
  const { invitation, link, typed, onTyped, onRefusal, notice, signUp, onStarted, onUnchanged } = props;
  const { t, language } = useTranslation();
  const form = useFields({ email: (value) => (looksLikeAddress(value) ? null : t('signUp.badEmail')) }, typed);
  const { act, busy, refusal } = useAct((refused) => {
    if (refused.code === 'ADDRESS_IS_SHARED') {
      form.refuse('email', t('signUp.addressIsShared', { email: form.values.email.trim() }));
    } else if (refused.code === 'INVITATION_FOR_ANOTHER_ADDRESS') {
      form.refuse('email', t('signUp.forAnotherAddress', { name: invitation.invitedByName }));
    } else if (refused.code === 'VALIDATION_FAILED') form.refuse('email', t('signUp.badEmail'));
    else return onRefusal(refused);
    return true;
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.check()) return;
    const email = form.values.email.trim();
    onTyped({ email });
    if (signUp && signUp.email.toLowerCase() === email.toLowerCase()) {
      onUnchanged();
      return;
    }
    void act(async () => {
      const started = await start({ invitation: link, email, language: language.toUpperCase() });
      onStarted(started.token, started.signUp);
    });
  };
  return (
    <Step
      screen="email"
      invitation={invitation}
      title={t('signUp.emailTitle')}
      text={t('signUp.emailText')}
      refusal={refusal ?? notice}
    >
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label={t('signUp.email')}
          size="large"
          type="email"
          autoComplete="email"
          autoFocus
          {...form.field('email')}
        />
        <Button kind="primary" size="large" wide type="submit" busy={busy}>
          {signUp ? t('signUp.next') : t('signUp.sendCode')}
        </Button>
      </form>
      <p className={styles.help}>
        <Words
          of="signUp.haveAccount"
          values={{ signIn: <a href={signInHref(href.invitation({ token: link }))}>{t('signUp.signIn')}</a> }}
        />
      </p>
    </Step>
  );
}
