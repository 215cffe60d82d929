import ArrowLeft from 'lucide-react/icons/arrow-left';
import Check from 'lucide-react/icons/check';
import SendHorizontal from 'lucide-react/icons/send-horizontal';
import { type FormEvent, useState } from 'react';
import { asRefusal } from '../api/refusal';
import { languages } from '../i18n/languages';
import { useTranslation } from '../i18n/translation';
import { Button } from '../ui/Button';
import { CopyField } from '../ui/CopyField';
import { DialogBody, DialogFoot, DialogForm } from '../ui/Dialog';
import { looksLikeAddress } from '../ui/fields';
import { Select } from '../ui/Select';
import { TextArea, TextField } from '../ui/TextField';
import { showToast } from '../ui/toast';
import type { MadeInvitation } from './inviteState';
import { type MailLanguage, MailPreview } from './MailPreview';
import { SHARING } from './news';
import styles from './SendLink.module.css';
import { useSendInvitation } from './useSendInvitation';
import { useSharingRefusal } from './useSharingRefusal';

interface SendLinkProps {
  made: MadeInvitation;
  email: string;
  address: string;
  onBack: () => void;
  onDone: () => void;
}

const NOTE = 1_000; // characters, as the API allows

const mailLanguages = Object.entries(languages).map(([code, name]) => ({ code: code.toUpperCase(), name }));

/** The e-mail that carries the link: to whom, in which language, with a few words of one's own. */
export function SendLink({ made, email, address, onBack, onDone }: SendLinkProps) {
  const { t, language } = useTranslation();
  const say = useSharingRefusal();
  const [to, setTo] = useState(email.trim());
  const [mailLanguage, setMailLanguage] = useState(language.toUpperCase() as MailLanguage);
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState<{ to?: string; note?: string }>({});
  const [send, busy] = useSendInvitation();

  const deliver = async () => {
    try {
      await send({ invitation: made.id, email: to.trim(), language: mailLanguage, note: note.trim() || null });
      onDone();
      await showToast({ id: SHARING, text: t('sharing.sent', { email: to.trim(), address }), icon: Check });
    } catch (thrown) {
      const refusal = asRefusal(thrown);
      setWrong({ [refusal.field === 'note' ? 'note' : 'to']: say(refusal) });
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (looksLikeAddress(to)) void deliver();
    else setWrong({ to: t('sharing.emailWrong') });
  };
  return (
    <DialogForm onSubmit={submit}>
      <DialogBody>
        <CopyField label={t('sharing.link')} value={made.link} />
        <div className={styles.line}>
          <TextField
            label={t('sharing.to')}
            type="email"
            inputMode="email"
            autoComplete="off"
            spellCheck={false}
            autoFocus={to === ''}
            value={to}
            error={wrong.to}
            onChange={(event) => {
              setTo(event.target.value);
              setWrong({});
            }}
          />
          <Select
            label={t('sharing.language')}
            value={mailLanguage}
            onChange={(event) => setMailLanguage(event.target.value as MailLanguage)}
          >
            {mailLanguages.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </div>
        <TextArea
          label={t('sharing.note')}
          optional
          rows={2}
          maxLength={NOTE}
          value={note}
          error={wrong.note}
          help={note.length > NOTE - 200 ? t('sharing.noteLeft', { count: NOTE - note.length }) : undefined}
          onChange={(event) => setNote(event.target.value)}
        />
        <MailPreview invitationId={made.id} language={mailLanguage} note={note} />
      </DialogBody>
      <DialogFoot>
        <span className="grow">
          <Button kind="quiet" icon={ArrowLeft} onClick={onBack}>
            {t('ui.back')}
          </Button>
        </span>
        <Button kind="primary" type="submit" icon={SendHorizontal} busy={busy}>
          {t('sharing.send')}
        </Button>
      </DialogFoot>
    </DialogForm>
  );
}
