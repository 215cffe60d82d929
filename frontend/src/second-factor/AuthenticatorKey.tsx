import Smartphone from 'lucide-react/icons/smartphone';
import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/translation';
import { ButtonAnchor } from '../ui/ButtonAnchor';
import { CopyField } from '../ui/CopyField';
import styles from './AuthenticatorKey.module.css';
import { QrCode } from './QrCode';

interface AuthenticatorKeyProps {
  /** otpauth://…, as the API gives it. */
  uri: string;
  /** Base 32, for typing. */
  secret: string;
  /** Where the app's first code is typed. */
  children: ReactNode;
}

/** What an authenticator app is taught: by its camera, by hand, or by a link on the phone itself. */
export function AuthenticatorKey({ uri, secret, children }: AuthenticatorKeyProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.key}>
      <QrCode text={uri} label={t('secondFactor.qr')} />
      <div className={styles.words}>
        <div className={styles.typed}>
          <p className="meta">{t('secondFactor.typeKey')}</p>
          <CopyField label={t('secondFactor.key')} value={inFours(secret)} />
        </div>
        <div className={styles.open}>
          <ButtonAnchor wide icon={Smartphone} href={uri}>
            {t('secondFactor.openApp')}
          </ButtonAnchor>
        </div>
        {children}
      </div>
    </div>
  );
}

/** Easier to type; apps ignore the spaces. */
const inFours = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;
