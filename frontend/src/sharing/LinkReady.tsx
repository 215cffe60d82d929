import Check from 'lucide-react/icons/check';
import Mail from 'lucide-react/icons/mail';
import { longDate } from '../i18n/format';
import { useTranslation, Words } from '../i18n/translation';
import { Button } from '../ui/Button';
import { CopyField } from '../ui/CopyField';
import { DialogBody, DialogFoot } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import type { MadeInvitation } from './inviteState';
import styles from './LinkReady.module.css';

interface LinkReadyProps {
  made: MadeInvitation;
  email: string;
  bound: boolean;
  onWrite: () => void;
  onDone: () => void;
}

/** Last step: the link, shown once, to hand over or to have sent. */
export function LinkReady({ made, email, bound, onWrite, onDone }: LinkReadyProps) {
  const { t, language } = useTranslation();
  const date = longDate(language, new Date(made.expiresAt));
  const address = email.trim();
  return (
    <>
      <DialogBody>
        <div className="stack" data-gap="2">
          <h3 aria-live="polite">{t('sharing.linkReady')}</h3>
          <CopyField label={t('sharing.link')} value={made.link} />
          <p className="muted">
            {address && bound ? (
              <Words of="sharing.worksOnceFor" values={{ email: <strong>{address}</strong>, date }} />
            ) : (
              t('sharing.worksOnce', { date })
            )}
          </p>
        </div>
        <div className={styles.offer}>
          <Icon of={Mail} />
          <div className="grow">
            <span className="name">{t('sharing.sendByMail')}</span>
            <p className="muted">
              {address ? t('sharing.writesFor', { email: address }) : t('sharing.writesForAnyone')}
            </p>
          </div>
          <Button onClick={onWrite}>{t('sharing.writeIt')}</Button>
        </div>
      </DialogBody>
      <DialogFoot>
        <span className="grow row meta">
          <Icon of={Check} />
          <span>{t('sharing.listedAsPending')}</span>
        </span>
        <Button kind="primary" onClick={onDone}>
          {t('sharing.done')}
        </Button>
      </DialogFoot>
    </>
  );
}
