import { type FormEvent, useState } from 'react';
import { graphql, useFragment } from 'react-relay/hooks';
import type { ProfileForm_viewer$key } from '../__generated__/ProfileForm_viewer.graphql';
import { asRefusal } from '../api/refusal';
import { useRefusalText } from '../api/useRefusalText';
import { useTranslation } from '../i18n/translation';
import { Button } from '../ui/Button';
import { Select } from '../ui/Select';
import { TextField } from '../ui/TextField';
import { showToast } from '../ui/toast';
import styles from './ProfileForm.module.css';
import { useUpdateProfile } from './useUpdateProfile';

/** Name, telephone and time zone. */
export function ProfileForm(props: { viewer: ProfileForm_viewer$key }) {
  const { user, settings } = useFragment(fragment, props.viewer);
  const { t } = useTranslation();
  const say = useRefusalText();
  const [name, setName] = useState(user.name);
  const [phone, setPhone] = useState(settings.phone ?? '');
  const [timeZone, setTimeZone] = useState(settings.timeZone ?? '');
  const [wrong, setWrong] = useState<{ field: string; text: string } | null>(null);
  const [update, busy] = useUpdateProfile();
  const errorOf = (field: string) => (wrong?.field === field ? wrong.text : null);

  const save = async () => {
    try {
      await update({ name: name.trim(), phone: phone.trim() || null, timeZone: timeZone || null });
      await showToast({ text: t('account.saved') });
    } catch (thrown) {
      const refusal = asRefusal(thrown);
      const { field } = refusal;
      if (field) setWrong({ field, text: field === 'phone' ? t('account.phoneWrong') : refusal.message });
      else await showToast({ text: say(refusal) });
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setWrong(null);
    if (name.trim() === '') setWrong({ field: 'name', text: t('account.ownNameMissing') });
    else void save();
  };
  const browsers = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = Intl.supportedValuesOf('timeZone');
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={t('account.name')}
        help={t('account.nameHelp')}
        autoComplete="name"
        maxLength={100}
        value={name}
        error={errorOf('name')}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField label={t('account.email')} help={t('account.emailHelp')} type="email" readOnly value={user.email} />
      <TextField
        label={t('account.phone')}
        help={t('account.phoneHelp')}
        optional
        type="tel"
        autoComplete="tel"
        placeholder="+41 79 000 00 00"
        value={phone}
        error={errorOf('phone')}
        onChange={(event) => setPhone(event.target.value)}
      />
      <Select
        label={t('account.timeZone')}
        help={t('account.timeZoneHelp')}
        value={timeZone}
        error={errorOf('timeZone')}
        onChange={(event) => setTimeZone(event.target.value)}
      >
        <option value="">{t('account.asBrowser', { what: browsers })}</option>
        {timeZone !== '' && !zones.includes(timeZone) && <option value={timeZone}>{timeZone}</option>}
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </Select>
      <div>
        <Button kind="primary" type="submit" busy={busy}>
          {t('account.save')}
        </Button>
      </div>
    </form>
  );
}

const fragment = graphql`
  fragment ProfileForm_viewer on Viewer {
    user {
      name
      email
    }
    settings {
      timeZone
      phone
    }
  }
`;
