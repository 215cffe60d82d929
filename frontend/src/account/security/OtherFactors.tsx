import Check from 'lucide-react/icons/check';
import LifeBuoy from 'lucide-react/icons/life-buoy';
import QrCode from 'lucide-react/icons/qr-code';
import { useState } from 'react';
import { graphql, useFragment } from 'react-relay/hooks';
import type { OtherFactors_security$key } from '../../__generated__/OtherFactors_security.graphql';
import { shortDate } from '../../i18n/format';
import { useTranslation } from '../../i18n/translation';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { Card, CardRow, Section } from '../Section';
import { AuthenticatorDialog } from './AuthenticatorDialog';
import { NewCodesDialog } from './NewCodesDialog';
import { RemoveAuthenticatorDialog } from './RemoveAuthenticatorDialog';
import { type Offered, useStartAuthenticator } from './useStartAuthenticator';
import { useUsed } from './useUsed';

interface OtherFactorsProps {
  security: OtherFactors_security$key;
  account: string;
  onCodes: (codes: readonly string[]) => void;
}

type Open = { act: 'remove' | 'codes' } | { act: 'set-up'; offered: Offered };

/** The ways in beside passkeys. */
export function OtherFactors({ security: key, account, onCodes }: OtherFactorsProps) {
  const security = useFragment(fragment, key);
  const { t, language } = useTranslation();
  const used = useUsed();
  const [open, setOpen] = useState<Open | null>(null);
  const [start, busy] = useStartAuthenticator((offered) => setOpen({ act: 'set-up', offered }));
  const close = () => setOpen(null);
  const { authenticator, recoveryCodes, hasSecondFactor } = security;
  return (
    <Section title={t('account.otherFactors')} help={t('account.otherFactorsHelp')}>
      <Card>
        <CardRow
          icon={QrCode}
          name={t('account.authenticator')}
          marks={
            authenticator && (
              <Chip tone="success" icon={Check}>
                {t('account.on')}
              </Chip>
            )
          }
          detail={
            authenticator
              ? used('account.setUp', authenticator.addedAt, authenticator.lastUsedAt)
              : t('account.authenticatorHelp')
          }
          action={
            <>
              {authenticator && (
                <Button
                  size="small"
                  kind="quiet"
                  aria-label={t('account.removeAuthenticator')}
                  onClick={() => setOpen({ act: 'remove' })}
                >
                  {t('account.remove')}
                </Button>
              )}
              <Button
                size="small"
                busy={busy}
                aria-label={t(authenticator ? 'account.replaceAuthenticator' : 'account.setUpAuthenticator')}
                onClick={() => void start()}
              >
                {t(authenticator ? 'account.replace' : 'account.setItUp')}
              </Button>
            </>
          }
        />
        <CardRow
          icon={LifeBuoy}
          name={t('account.recoveryCodes')}
          detail={
            recoveryCodes
              ? `${t('account.codesLeft', { left: recoveryCodes.left, total: recoveryCodes.total })} · ${t('account.made', { date: shortDate(language, new Date(recoveryCodes.madeAt)) })}`
              : t('account.codesHelp')
          }
          action={
            hasSecondFactor && (
              <Button size="small" onClick={() => setOpen({ act: 'codes' })}>
                {t('account.newCodes')}
              </Button>
            )
          }
        />
      </Card>
      {open?.act === 'set-up' && (
        <AuthenticatorDialog
          offered={open.offered}
          isReplacing={Boolean(authenticator)}
          isFirst={!hasSecondFactor}
          account={account}
          onCodes={onCodes}
          onClose={close}
        />
      )}
      {open?.act === 'codes' && <NewCodesDialog account={account} onCodes={onCodes} onClose={close} />}
      {open?.act === 'remove' && (
        <RemoveAuthenticatorDialog
          isLast={security.passkeys.length === 0}
          security={security}
          account={account}
          onClose={close}
        />
      )}
    </Section>
  );
}

const fragment = graphql`
  fragment OtherFactors_security on Security {
    hasSecondFactor
    authenticator {
      addedAt
      lastUsedAt
    }
    passkeys {
      id
    }
    recoveryCodes {
      left
      total
      madeAt
    }
    ...WhatIsLost_security
  }
`;
