import { type FormEvent, lazy, Suspense, useEffect, useState } from 'react';
import { call } from '../api/post';
import { asRefusal, type Refusal } from '../api/refusal';
import { useRefusalText } from '../api/useRefusalText';
import { useTranslation } from '../i18n/translation';
import { passkeysWork } from '../second-factor/passkeysWork';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { looksLikeAddress, useFields } from '../ui/fields';
import { PasswordField } from '../ui/PasswordField';
import { Panel } from '../ui/PublicPage';
import { TextField } from '../ui/TextField';
import type { Account } from './accounts';
import type { Challenge } from './SecondFactor';
import styles from './SignIn.module.css';

const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) { viewer { user { id } } secondFactor { challenge methods } }
}`;

// Each is needed by few, so it comes when it is.
const AccountList = lazy(() => import('./AccountList'));
const Limited = lazy(() => import('./Limited'));

interface FirstFactorProps {
  /** What was typed before, when somebody comes back here. */
  email: string;
  onEmail: (email: string) => void;
  /** Signing in took too long and begins again. */
  isOver: boolean;
  forInvitation: boolean;
  accounts: readonly Account[];
  onAccountGone: (account: Account) => void;
  onSecondFactor: (challenge: Challenge) => Promise<void>;
  onForgotten: () => Promise<void>;
  onSignedIn: () => void;
}

type Busy = 'password' | 'passkey' | 'reset' | null;

/** An address and its password, or a passkey alone, or an account of this browser. */
export function FirstFactor(props: FirstFactorProps) {
  const { email, onEmail, isOver, accounts, onSecondFactor, onSignedIn } = props;
  const { t } = useTranslation();
  const [busy, setBusy] = useState<Busy>(null);
  const [failure, setFailure] = useState<{ of: Busy; refusal: Refusal } | null>(null);
  const [limitedUntil, setLimitedUntil] = useState<number | null>(null);
  const form = useFields(
    {
      email: (value) => (looksLikeAddress(value) ? null : t('signIn.badEmail')),
      password: (value) => (value ? null : t('signIn.noPassword')),
    },
    { email },
  );
  const withPasskey = passkeysWork();

  useEffect(() => {
    if (!withPasskey || busy) return undefined;
    const stop = new AbortController();
    void import('./passkeySignIn').then(
      ({ offerPasskeys }) =>
        offerPasskeys({
          signal: stop.signal,
          onSignedIn,
          onRefused: (refusal) => setFailure({ of: 'passkey', refusal }),
        }),
      () => undefined, // the button will say what is wrong
    );
    return () => stop.abort();
  }, [withPasskey, busy, onSignedIn]);

  const attempt = async (of: Busy, act: () => Promise<void>) => {
    if (busy) return;
    setBusy(of);
    setFailure(null);
    try {
      await act();
    } catch (thrown) {
      const refusal = asRefusal(thrown);
      if (refusal.code === 'RATE_LIMITED') setLimitedUntil(Date.now() + (refusal.retryAfter ?? 60) * 1_000);
      else setFailure({ of, refusal });
      setBusy(null);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.check()) return;
    void attempt('password', async () => {
      const input = { email: form.values.email.trim(), password: form.values.password };
      const { signIn } = await call<{ signIn: { secondFactor: Challenge | null } }>(SIGN_IN, { input });
      onEmail(input.email);
      if (signIn.secondFactor) await onSecondFactor(signIn.secondFactor);
      else onSignedIn();
    });
  };
  const passkey = () =>
    void attempt('passkey', async () => {
      const { signInWithPasskey } = await import('./passkeySignIn');
      if (await signInWithPasskey()) onSignedIn();
      else setBusy(null);
    });
  const forgotten = () =>
    void attempt('reset', async () => {
      onEmail(form.values.email.trim());
      await props.onForgotten();
    });
  const passkeyButton = withPasskey && (
    <Button size="large" wide busy={busy === 'passkey'} onClick={passkey}>
      {t('signIn.passkey')}
    </Button>
  );

  if (limitedUntil !== null) {
    return (
      <Suspense>
        <Limited email={form.values.email} until={limitedUntil} onOver={() => setLimitedUntil(null)}>
          {failure && <Wrong of={failure.of} refusal={failure.refusal} />}
          {passkeyButton}
        </Limited>
      </Suspense>
    );
  }
  return (
    <Panel narrow>
      <div>
        <h1 className="title">{t('signIn.title')}</h1>
        {props.forInvitation && <p className="muted">{t('signIn.forInvitation')}</p>}
      </div>
      {isOver && !failure && <Banner tone="warning">{t('signIn.over')}</Banner>}
      {failure && <Wrong of={failure.of} refusal={failure.refusal} />}
      {accounts.length > 0 && (
        <Suspense>
          <AccountList
            accounts={accounts}
            label={t('signIn.accounts')}
            name={({ user }) => t('signIn.continueAs', { name: user.name })}
            onSwitched={onSignedIn}
            onGone={props.onAccountGone}
          />
        </Suspense>
      )}
      {passkeyButton}
      {(accounts.length > 0 || passkeyButton) && <div className={styles.or}>{t('signIn.or')}</div>}
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label={t('signIn.email')}
          size="large"
          type="email"
          autoComplete="username webauthn"
          autoFocus={!form.values.email}
          {...form.field('email')}
        />
        <PasswordField
          label={t('signIn.password')}
          size="large"
          autoComplete="current-password"
          autoFocus={Boolean(email)}
          {...form.field('password')}
        />
        <Button kind="primary" size="large" wide type="submit" busy={busy === 'password'}>
          {t('signIn.submit')}
        </Button>
      </form>
      <div className={styles.others}>
        <Button kind="link" busy={busy === 'reset'} onClick={forgotten}>
          {t('signIn.forgotten')}
        </Button>
      </div>
      <p className={styles.help}>{t('signIn.noAccount')}</p>
    </Panel>
  );
}

function Wrong({ of, refusal }: { of: Busy; refusal: Refusal }) {
  const { t } = useTranslation();
  const say = useRefusalText();
  const isPasskey = of === 'passkey';
  return (
    <Banner tone="danger">
      {refusal.code === 'UNAUTHENTICATED' ? (
        <>
          <strong>{t(isPasskey ? 'signIn.passkeyUnknown' : 'signIn.wrongTitle')}</strong>{' '}
          {t(isPasskey ? 'signIn.passkeyUnknownText' : 'signIn.wrongText')}
        </>
      ) : (
        say(refusal)
      )}
    </Banner>
  );
}
