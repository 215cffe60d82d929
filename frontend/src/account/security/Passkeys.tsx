import KeyRound from 'lucide-react/icons/key-round';
import Pencil from 'lucide-react/icons/pencil';
import Plus from 'lucide-react/icons/plus';
import Trash from 'lucide-react/icons/trash';
import { useState } from 'react';
import { graphql, useFragment } from 'react-relay/hooks';
import type { Passkeys_security$key } from '../../__generated__/Passkeys_security.graphql';
import { useTranslation } from '../../i18n/translation';
import { passkeysWork } from '../../second-factor/passkeysWork';
import { Button } from '../../ui/Button';
import { MenuButton } from '../../ui/Menu';
import { Card, CardRow, Section } from '../Section';
import { AddPasskeyDialog } from './AddPasskeyDialog';
import { RemovePasskeyDialog } from './RemovePasskeyDialog';
import { RenamePasskeyDialog } from './RenamePasskeyDialog';
import { useUsed } from './useUsed';

interface PasskeysProps {
  security: Passkeys_security$key;
  account: string;
  onCodes: (codes: readonly string[]) => void;
}

/** The devices that stand for the viewer. */
export function Passkeys({ security: key, account, onCodes }: PasskeysProps) {
  const security = useFragment(fragment, key);
  const { t } = useTranslation();
  const used = useUsed();
  const [dialog, setDialog] = useState<{ act: 'add' } | { act: 'rename' | 'remove'; id: string } | null>(null);
  const close = () => setDialog(null);
  const chosen = dialog && dialog.act !== 'add' && security.passkeys.find(({ id }) => id === dialog.id);
  return (
    <Section
      title={t('account.passkeys')}
      help={t('account.passkeysHelp')}
      action={
        <Button
          icon={Plus}
          disabledReason={passkeysWork() ? null : t('account.passkeysMissing')}
          onClick={() => setDialog({ act: 'add' })}
        >
          {t('account.addPasskey')}
        </Button>
      }
    >
      {security.passkeys.length > 0 && (
        <Card>
          {security.passkeys.map(({ id, name, addedAt, lastUsedAt }) => (
            <CardRow
              key={id}
              icon={KeyRound}
              name={name}
              detail={used('account.added', addedAt, lastUsedAt)}
              action={
                <MenuButton
                  label={t('account.moreFor', { name })}
                  entries={() => [
                    { label: t('account.rename'), icon: Pencil, onSelect: () => setDialog({ act: 'rename', id }) },
                    {
                      label: t('account.remove'),
                      icon: Trash,
                      kind: 'danger',
                      onSelect: () => setDialog({ act: 'remove', id }),
                    },
                  ]}
                />
              }
            />
          ))}
        </Card>
      )}
      {dialog?.act === 'add' && (
        <AddPasskeyDialog account={account} isFirst={!security.hasSecondFactor} onCodes={onCodes} onClose={close} />
      )}
      {chosen && dialog?.act === 'rename' && <RenamePasskeyDialog passkey={chosen} account={account} onClose={close} />}
      {chosen && dialog?.act === 'remove' && (
        <RemovePasskeyDialog
          passkey={chosen}
          isLast={security.passkeys.length === 1 && !security.authenticator}
          security={security}
          account={account}
          onClose={close}
        />
      )}
    </Section>
  );
}

const fragment = graphql`
  fragment Passkeys_security on Security {
    hasSecondFactor
    authenticator {
      addedAt
    }
    passkeys {
      id
      name
      addedAt
      lastUsedAt
    }
    ...WhatIsLost_security
  }
`;
