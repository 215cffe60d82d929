import { type FormEvent, useState } from 'react';
import { paths } from '../href';
import { useTranslation, Words } from '../i18n/translation';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { useFields } from '../ui/fields';
import { TextField } from '../ui/TextField';
import { tellContact } from './api';
import { regionOf } from './progress';
import { Step } from './Step';
import styles from './Step.module.css';
import type { LaterStepProps } from './steps';
import { useAct } from './useAct';

const FEWEST_DIGITS = 5; // the server knows every country's numbers; this catches a slip

/** 3 of 4: a phone number, and the terms. */
export function ContactStep(props: LaterStepProps) {
  const { invitation, token, signUp, onSignUp, typed, onTyped, onBack, onRefusal } = props;
  const { t, language } = useTranslation();
  const [termsError, setTermsError] = useState(false);
  const region = regionOf();
  const form = useFields(
    {
      phone: (value) => (value.replace(/\D/g, '').length >= FEWEST_DIGITS ? null : t('signUp.badPhone')),
    },
    typed,
  );
  const { act, busy, refusal } = useAct((refused) => {
    if (refused.code !== 'VALIDATION_FAILED') return onRefusal(refused);
    if (refused.field === 'termsVersion') {
      // The terms changed while this page was open: they have to be read again.
      onTyped({ terms: false });
      setTermsError(true);
    } else form.refuse('phone', t('signUp.badPhone'));
    return true;
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isRight = form.check();
    setTermsError(!typed.terms);
    if (!isRight || !typed.terms) return;
    onTyped(form.values);
    void act(async () => {
      const phone = form.values.phone.trim();
      onSignUp(await tellContact({ token, phone, region, termsVersion: signUp.termsVersion }));
    });
  };
  const country = region && new Intl.DisplayNames([language], { type: 'region' }).of(region);
  return (
    <Step
      screen="contact"
      invitation={invitation}
      title={t('signUp.contactTitle')}
      text={t('signUp.contactText')}
      onBack={() => {
        onTyped(form.values);
        onBack();
      }}
      refusal={refusal}
    >
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label={t('signUp.phone')}
          size="large"
          type="tel"
          autoComplete="tel"
          autoFocus
          help={country ? t('signUp.phoneHelpCountry', { country }) : t('signUp.phoneHelp')}
          {...form.field('phone')}
        />
        <div>
          <Checkbox
            label={
              <Words
                of="signUp.terms"
                values={{
                  terms: (
                    <a href={paths.terms} target="_blank" rel="noreferrer">
                      {t('signUp.termsLink')}
                    </a>
                  ),
                  privacy: (
                    <a href={paths.privacy} target="_blank" rel="noreferrer">
                      {t('signUp.privacyLink')}
                    </a>
                  ),
                }}
              />
            }
            checked={typed.terms}
            onChange={(terms) => {
              onTyped({ terms });
              setTermsError(false);
            }}
          />
          <p role="alert" className={styles.error}>
            {termsError && t('signUp.termsNeeded')}
          </p>
        </div>
        <Button kind="primary" size="large" wide type="submit" busy={busy}>
          {t('signUp.next')}
        </Button>
      </form>
    </Step>
  );
}
