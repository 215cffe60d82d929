import { useState } from 'react';
import { graphql, useFragment } from 'react-relay/hooks';
import type { Password_security$key } from '../../__generated__/Password_security.graphql';
import { longDate } from '../../i18n/format';
import { useTranslation } from '../../i18n/translation';
import { Button } from '../../ui/Button';
import { Section } from '../Section';
import { ChangePasswordDialog } from './ChangePasswordDialog';

export function Password({ security, account }: { security: Password_security$key; account: string }) {
  const { passwordChangedAt } = useFragment(fragment, security);
  const { t, language } = useTranslation();
  const [changing, setChanging] = useState(false);
  return (
    <Section
      title={t('account.password')}
      help={
        passwordChangedAt
          ? t('account.passwordChanged', { date: longDate(language, new Date(passwordChangedAt)) })
          : t('account.passwordNeverChanged')
      }
      action={<Button onClick={() => setChanging(true)}>{t('account.changePassword')}</Button>}
    >
      {changing && <ChangePasswordDialog account={account} onClose={() => setChanging(false)} />}
    </Section>
  );
}

const fragment = graphql`
  fragment Password_security on Security {
    passwordChangedAt
  }
`;
