import KeyRound from 'lucide-react/icons/key-round';
import { type FormEvent, useEffect, useState } from 'react';
import { call } from '../api/post';
import { asRefusal, type Refusal } from '../api/refusal';
import { useRefusalText } from '../api/useRefusalText';
import { href, paths } from '../href';
import { useTranslation } from '../i18n/translation';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { ButtonAnchor } from '../ui/ButtonAnchor';
import { looksLikeAddress, looksLikeDomain, useFields } from '../ui/fields';
import { Notice } from '../ui/Notice';
import { PasswordField } from '../ui/PasswordField';
import { Panel } from '../ui/PublicPage';
import { TextField } from '../ui/TextField';
import styles from './SetUp.module.css';

const SET_UP = 'mutation ($input: SetUpInput!) { setUp(input: $input) { viewer { user { id } } } }';
const SHORTEST_PASSWORD = 12; // characters; the server decides, this saves a round trip

/** Makes the first organization of a new server, and its owner. */
export default function SetUp() {
  const { t } = useTranslation();
  const [needed, setNeeded] = useState(true);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const required = (value: string) => (value.trim() ? null : t('setup.required'));
  const form = useFields({
    organizationName: required,
    domain: (value) => (looksLikeDomain(value) ? null : t('setup.badDomain')),
    name: required,
    email: (value) => (looksLikeAddress(value) ? null : t('signIn.badEmail')),
    password: (value) =>
      [...value].length < SHORTEST_PASSWORD ? t('setup.shortPassword', { count: SHORTEST_PASSWORD }) : null,
    code: required,
  });

  useEffect(() => {
    document.title = `${t('setup.title')} · Latchkey`;
    // Without an answer the form is still good: sending it will say what is wrong.
    call<{ setUpNeeded: boolean }>('{ setUpNeeded }').then(
      (answer) => setNeeded(answer.setUpNeeded),
      () => undefined,
    );
  }, [t]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !form.check()) return;
    setBusy(true);
    setRefusal(null);
    try {
      const { password, ...rest } = form.values;
      const trimmed = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value.trim()]));
      await call(SET_UP, { input: { ...trimmed, password } });
      location.assign(href.manager());
    } catch (thrown) {
      const { code, field, message } = asRefusal(thrown);
      if (code === 'CONFLICT') setNeeded(false);
      else if (code === 'FORBIDDEN') form.refuse('code', message);
      else if (field && field in form.values) form.refuse(field as keyof typeof form.values, message);
      else setRefusal(asRefusal(thrown));
      setBusy(false);
    }
  };

  if (!needed) return <Done />;
  return (
    <Panel>
      <div>
        <h1 className="title">{t('setup.title')}</h1>
        <p className="muted">{t('setup.text')}</p>
      </div>
      {refusal && <Refused refusal={refusal} />}
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          size="large"
          label={t('setup.organization')}
          autoComplete="organization"
          {...form.field('organizationName')}
        />
        <TextField
          size="large"
          label={t('setup.domain')}
          help={t('setup.domainHelp')}
          autoCapitalize="none"
          spellCheck={false}
          {...form.field('domain')}
        />
        <TextField size="large" label={t('setup.name')} autoComplete="name" {...form.field('name')} />
        <TextField
          size="large"
          label={t('setup.email')}
          help={t('setup.emailHelp')}
          type="email"
          autoComplete="username"
          {...form.field('email')}
        />
        <PasswordField
          size="large"
          label={t('setup.password')}
          help={t('setup.passwordHelp', { count: SHORTEST_PASSWORD })}
          autoComplete="new-password"
          {...form.field('password')}
        />
        <TextField
          size="large"
          label={t('setup.code')}
          help={t('setup.codeHelp')}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          {...form.field('code')}
        />
        <Button kind="primary" size="large" wide type="submit" busy={busy}>
          {t('setup.submit')}
        </Button>
      </form>
    </Panel>
  );
}

function Refused({ refusal }: { refusal: Refusal }) {
  const say = useRefusalText();
  return <Banner tone="danger">{say(refusal)}</Banner>;
}

function Done() {
  const { t } = useTranslation();
  return (
    <Panel>
      <Notice
        icon={KeyRound}
        title={t('setup.doneTitle')}
        actions={
          <ButtonAnchor kind="primary" size="large" href={paths.signIn}>
            {t('signIn.submit')}
          </ButtonAnchor>
        }
      >
        <p>{t('setup.doneText')}</p>
      </Notice>
    </Panel>
  );
}
