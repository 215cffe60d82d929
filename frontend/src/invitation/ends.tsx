import CheckCheck from 'lucide-react/icons/check-check';
import CircleSlash from 'lucide-react/icons/circle-slash';
import Clock from 'lucide-react/icons/clock';
import KeyRound from 'lucide-react/icons/key-round';
import MailX from 'lucide-react/icons/mail-x';
import { href } from '../href';
import { longDate } from '../i18n/format';
import { useTranslation, Words } from '../i18n/translation';
import { Address } from '../ui/Address';
import { ButtonAnchor } from '../ui/ButtonAnchor';
import { Notice } from '../ui/Notice';
import { Panel } from '../ui/PublicPage';
import type { Preview } from './preview';

// Every end of an invitation that can't be accepted: a sentence, and a next step.

function GoToMail({ primary }: { primary?: boolean }) {
  const { t } = useTranslation();
  return (
    <ButtonAnchor kind={primary ? 'primary' : 'secondary'} size="large" href={href.mail()}>
      {t('ui.goToMail')}
    </ButtonAnchor>
  );
}

export function Ask({ preview, primary, label }: { preview: Preview; primary?: boolean; label: 'ask' | 'write' }) {
  const { t } = useTranslation();
  const subject = encodeURIComponent(preview.address);
  return (
    <ButtonAnchor
      kind={primary ? 'primary' : 'secondary'}
      size="large"
      href={`mailto:${preview.invitedByEmail}?subject=${subject}`}
    >
      {t(`invitation.${label}`, { name: preview.invitedByName })}
    </ButtonAnchor>
  );
}

export function Invalid() {
  const { t } = useTranslation();
  return (
    <Panel>
      <Notice icon={CircleSlash} title={t('invitation.invalidTitle')} actions={<GoToMail primary />}>
        <p>{t('invitation.invalidText')}</p>
      </Notice>
    </Panel>
  );
}

export function Yours({ address }: { address: string }) {
  const { t } = useTranslation();
  return (
    <Panel>
      <Notice
        icon={KeyRound}
        title={<Words of="invitation.yoursTitle" values={{ address: <Address of={address} /> }} />}
        actions={
          <ButtonAnchor kind="primary" size="large" href={href.mailbox({ address })}>
            {t('invitation.open', { address })}
          </ButtonAnchor>
        }
      >
        <p>{t('invitation.yoursText')}</p>
      </Notice>
    </Panel>
  );
}

export function Declined({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  return (
    <Panel>
      <Notice
        icon={MailX}
        title={t('invitation.declinedTitle')}
        actions={
          <>
            <GoToMail primary />
            <Ask preview={preview} label="write" />
          </>
        }
      >
        <p>{t('invitation.declinedText', { name: preview.invitedByName })}</p>
      </Notice>
    </Panel>
  );
}

/** Used, declined, expired or withdrawn, as told to the person it was meant for. */
export function Ended({ preview }: { preview: Preview }) {
  const { t, language } = useTranslation();
  const name = preview.invitedByName;
  if (preview.state === 'DECLINED') return <Declined preview={preview} />;
  if (preview.state === 'EXPIRED') {
    return (
      <Panel>
        <Notice
          icon={Clock}
          title={t('invitation.expiredTitle')}
          actions={
            <>
              <Ask preview={preview} label="ask" primary />
              <GoToMail />
            </>
          }
        >
          <p>{t('invitation.expiredText', { name, date: longDate(language, new Date(preview.expiresAt)) })}</p>
        </Notice>
      </Panel>
    );
  }
  const used = preview.state === 'ACCEPTED';
  return (
    <Panel>
      <Notice
        icon={used ? CheckCheck : CircleSlash}
        title={used ? t('invitation.usedTitle') : t('invitation.withdrawnTitle', { name })}
        actions={
          <>
            <GoToMail primary />
            <Ask preview={preview} label="write" />
          </>
        }
      >
        <p>{t(used ? 'invitation.usedText' : 'invitation.withdrawnText', { name })}</p>
      </Notice>
    </Panel>
  );
}

export function CannotAccept(props: { preview: Preview; reason: string | null; wayOut: string | null }) {
  const { t } = useTranslation();
  return (
    <Panel>
      <Notice
        icon={CircleSlash}
        title={t('invitation.refusedTitle')}
        actions={
          <>
            <Ask preview={props.preview} label="write" primary />
            <GoToMail />
          </>
        }
      >
        <p>
          {props.reason} {props.wayOut}
        </p>
      </Notice>
    </Panel>
  );
}
