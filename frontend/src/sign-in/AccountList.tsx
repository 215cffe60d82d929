import Check from 'lucide-react/icons/check';
import { useState } from 'react';
import { asRefusal } from '../api/refusal';
import { useRefusalText } from '../api/useRefusalText';
import { useTranslation } from '../i18n/translation';
import { Address } from '../ui/Address';
import { Banner } from '../ui/Banner';
import { Face } from '../ui/Face';
import { Icon } from '../ui/Icon';
import styles from './AccountList.module.css';
import { type Account, switchTo } from './accounts';

interface AccountListProps {
  accounts: readonly Account[];
  label: string;
  /** What a button says beside the address, such as "Continue as Anna". */
  name: (account: Account) => string;
  /** Marks the one who acts, where that isn't said elsewhere. */
  markActive?: boolean;
  onSwitched: (account: Account) => void;
  /** It was signed out meanwhile, elsewhere or by time: it has to sign in again. */
  onGone: (account: Account) => void;
}

/** The accounts that are signed in within this browser, each a button. */
export default function AccountList({ accounts, label, name, markActive, onSwitched, onGone }: AccountListProps) {
  const [busy, setBusy] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { t } = useTranslation();
  const say = useRefusalText();
  const choose = async (account: Account) => {
    if (busy) return;
    setBusy(account.user.id);
    setRefusal(null);
    try {
      await switchTo(account);
      onSwitched(account);
    } catch (thrown) {
      const refused = asRefusal(thrown);
      if (refused.code === 'NOT_FOUND' || refused.code === 'UNAUTHENTICATED') onGone(account);
      else setRefusal(say(refused));
    }
    setBusy(null);
  };
  return (
    <>
      {refusal && <Banner tone="danger">{refusal}</Banner>}
      <ul className={styles.list} aria-label={label}>
        {accounts.map((account) => (
          <li key={account.user.id}>
            <button
              type="button"
              className={styles.account}
              aria-busy={busy === account.user.id || undefined}
              aria-current={(markActive && account.active) || undefined}
              onClick={() => void choose(account)}
            >
              <Face name={account.user.name} tintBy={account.user.email} size="small" />
              <span className={styles.words}>
                <span className="name">{name(account)}</span>
                <small>
                  <Address of={account.user.email} />
                </small>
              </span>
              {markActive && account.active && (
                <>
                  <Icon of={Check} />
                  <span className="spoken">{t('ui.inUse')}</span>
                </>
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
