import { useId, useState } from 'react';
import { href, signInHref } from '../href';
import { useTranslation, Words } from '../i18n/translation';
import AccountList from '../sign-in/AccountList';
import type { Account } from '../sign-in/accounts';
import { Address } from '../ui/Address';
import { Button } from '../ui/Button';
import { Face } from '../ui/Face';
import type { Person } from './preview';
import styles from './WhoIsSignedIn.module.css';

interface WhoIsSignedInProps {
  token: string;
  viewer: Person;
  accounts: readonly Account[];
  /** Another account acts now, or one is gone: what the invitation offers may differ. */
  onSwitched: () => void;
}

/** As whom the invitation would be answered, and everyone else that it could be. */
export function WhoIsSignedIn({ token, viewer, accounts, onSwitched }: WhoIsSignedInProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [gone, setGone] = useState<string | null>(null);
  const list = useId();
  return (
    <>
      <Face name={viewer.name} tintBy={viewer.email} size="small" />
      <span className="grow">
        <Words
          of="invitation.signedInAs"
          values={{
            email: (
              <strong>
                <Address of={viewer.email} />
              </strong>
            ),
          }}
        />
      </span>
      <Button kind="link" aria-expanded={open} aria-controls={list} onClick={() => setOpen(!open)}>
        {t('invitation.switchAccount')}
      </Button>
      <div id={list} className={styles.accounts} hidden={!open}>
        {gone && <p role="alert">{t('invitation.signedOut', { email: gone })}</p>}
        {accounts.length > 1 && (
          <AccountList
            accounts={accounts}
            label={t('invitation.accounts')}
            name={({ user }) => user.name}
            markActive
            onSwitched={(account) => {
              setOpen(false);
              if (!account.active) onSwitched();
            }}
            onGone={(account) => {
              setGone(account.user.email);
              onSwitched();
            }}
          />
        )}
        <div className={styles.others}>
          <a href={signInHref(href.invitation({ token }), { switchAccount: true })}>{t('invitation.anotherAccount')}</a>
          <a href={`${href.signUp({ token })}?new`}>{t('invitation.newAccount')}</a>
        </div>
      </div>
    </>
  );
}
