import UserRoundX from 'lucide-react/icons/user-round-x';
import { href, signInHref } from '../href';
import { useTranslation } from '../i18n/translation';
import type { Account } from '../sign-in/accounts';
import { ButtonAnchor } from '../ui/ButtonAnchor';
import { Notice } from '../ui/Notice';
import { Panel } from '../ui/PublicPage';
import { Ask } from './ends';
import type { Person, Preview } from './preview';
import { WhoIsSignedIn } from './WhoIsSignedIn';

interface ForAnotherProps {
  token: string;
  viewer: Person;
  accounts: readonly Account[];
  preview: Preview;
  onSwitched: () => void;
}

/** The invitation is bound to an address that is not the viewer's: another account may be the right one. */
export function ForAnother({ token, viewer, accounts, preview, onSwitched }: ForAnotherProps) {
  const { t } = useTranslation();
  return (
    <Panel strip={<WhoIsSignedIn token={token} viewer={viewer} accounts={accounts} onSwitched={onSwitched} />}>
      <Notice
        icon={UserRoundX}
        title={t('invitation.otherTitle')}
        actions={
          <>
            <ButtonAnchor
              kind="primary"
              size="large"
              href={signInHref(href.invitation({ token }), { switchAccount: true })}
            >
              {t('invitation.anotherAccount')}
            </ButtonAnchor>
            <Ask preview={preview} label="ask" />
          </>
        }
      >
        <p>{t('invitation.otherText', { email: viewer.email, name: preview.invitedByName })}</p>
      </Notice>
    </Panel>
  );
}
