import Hourglass from 'lucide-react/icons/hourglass';
import { type FormEvent, useEffect, useState } from 'react';
import { call, post } from '../api/post';
import { asRefusal, type Refusal } from '../api/refusal';
import { useRefusalText } from '../api/useRefusalText';
import { href, paths, sameOriginPath } from '../href';
import { useTranslation } from '../i18n/translation';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { looksLikeAddress, useFields } from '../ui/fields';
import { Notice } from '../ui/Notice';
import { PasswordField } from '../ui/PasswordField';
import { Panel } from '../ui/PublicPage';
import { TextField } from '../ui/TextField';
import styles from './SignIn.module.css';

const QUERY = '{ setUpNeeded viewer { user { id } } }';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { user { id } } } }';

export default function SignIn() {
  const { t } = useTranslation();
  const asked = new URLSearchParams(location.search);
  const back = sameOriginPath(asked.get('return'), href.mail());
  const switching = asked.has('switch');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const form = useFields({
    email: (value) => (looksLikeAddress(value) ? null : t('signIn.badEmail')),
    password: (value) => (value ? null : t('signIn.noPassword')),
  });

  useEffect(() => {
    document.title = `${t('signIn.title')} · Latchkey`;
    void leaveIfNotNeeded(back, switching);
  }, [t, back, switching]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !form.check()) return;
    setBusy(true);
    try {
      await call(SIGN_IN, { input: { email: form.values.email.trim(), password: form.values.password } });
      location.assign(back);
    } catch (thrown) {
      setRefusal(asRefusal(thrown));
      setBusy(false);
    }
  };

  if (refusal?.code === 'RATE_LIMITED') {
    return <Limited email={form.values.email} seconds={refusal.retryAfter ?? 60} onOver={() => setRefusal(null)} />;
  }
  return (
    <Panel narrow>
      <div>
        <h1 className="title">{t('signIn.title')}</h1>
        {back.startsWith(href.invitation({ token: '' })) && <p className="muted">{t('signIn.forInvitation')}</p>}
      </div>
      {refusal && <Wrong refusal={refusal} />}
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label={t('signIn.email')}
          size="large"
          type="email"
          autoComplete="username"
          autoFocus
          {...form.field('email')}
        />
        <PasswordField
          label={t('signIn.password')}
          size="large"
          autoComplete="current-password"
          {...form.field('password')}
        />
        <Button kind="primary" size="large" wide type="submit" busy={busy}>
          {t('signIn.submit')}
        </Button>
      </form>
      <p className={styles.help}>{t('signIn.noAccount')}</p>
    </Panel>
  );
}

/** A new server is set up first; somebody who is signed in already goes on, unless they came to switch. */
async function leaveIfNotNeeded(back: string, switching: boolean): Promise<void> {
  // Without an answer the form is still good: sending it will say what is wrong.
  const answer = await post<{ setUpNeeded: boolean; viewer: object | null }>({ query: QUERY }).catch(() => null);
  if (answer?.data?.setUpNeeded) location.replace(paths.setUp);
  else if (answer?.data?.viewer && !switching) location.replace(back);
}

function Wrong({ refusal }: { refusal: Refusal }) {
  const { t } = useTranslation();
  const say = useRefusalText();
  return (
    <Banner tone="danger">
      {refusal.code === 'UNAUTHENTICATED' ? (
        <>
          <strong>{t('signIn.wrongTitle')}</strong> {t('signIn.wrongText')}
        </>
      ) : (
        say(refusal)
      )}
    </Banner>
  );
}

function Limited({ email, seconds, onOver }: { email: string; seconds: number; onOver: () => void }) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setOver, seconds * 1_000, true);
    return () => clearTimeout(timer);
  }, [seconds]);
  const reason = t('signIn.limitedText', { email, minutes: Math.max(1, Math.ceil(seconds / 60)) });
  return (
    <Panel>
      <Notice
        icon={Hourglass}
        title={t('signIn.limitedTitle')}
        actions={
          <Button kind="primary" size="large" disabledReason={over ? null : reason} onClick={onOver}>
            {t('ui.tryAgain')}
          </Button>
        }
      />
    </Panel>
  );
}
