import { useState } from 'react';
import { graphql } from 'react-relay/hooks';
import type { AddPasskeyDialogAddMutation } from '../../__generated__/AddPasskeyDialogAddMutation.graphql';
import type { AddPasskeyDialogStartMutation } from '../../__generated__/AddPasskeyDialogStartMutation.graphql';
import { asRefusal } from '../../api/refusal';
import { useAct } from '../../api/useAct';
import { useTranslation } from '../../i18n/translation';
import { deviceName, makePasskey } from '../../second-factor/passkeys';
import { SaveDialog } from '../../sharing/SaveDialog';
import { TextField } from '../../ui/TextField';
import { showToast } from '../../ui/toast';

interface AddPasskeyDialogProps {
  account: string;
  /** Whether there is no second factor yet. */
  isFirst: boolean;
  onCodes: (codes: readonly string[]) => void;
  onClose: () => void;
}

/** Names a passkey, then lets the device make it. */
export function AddPasskeyDialog({ account, isFirst, onCodes, onClose }: AddPasskeyDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(() => deviceName());
  const [error, setError] = useState<string | null>(null);
  const [start] = useAct<AddPasskeyDialogStartMutation>(startMutation);
  const [add] = useAct<AddPasskeyDialogAddMutation>(addMutation);

  const stay = (why: string) => {
    setError(why);
    return false;
  };
  const save = async () => {
    if (name.trim() === '') return stay(t('account.nameMissing'));
    const { startPasskey } = await start({});
    const credential = await makePasskey(startPasskey.options);
    if (!credential) return stay(t('account.passkeyStopped'));
    try {
      const { addPasskey } = await add({ input: { request: startPasskey.request, credential, name: name.trim() } });
      if (addPasskey.recoveryCodes) onCodes(addPasskey.recoveryCodes);
      else await showToast({ text: t('account.passkeyAdded', { name: name.trim() }) });
      return true;
    } catch (thrown) {
      const refusal = asRefusal(thrown);
      if (refusal.code === 'VALIDATION_FAILED') return stay(refusal.message);
      throw refusal;
    }
  };
  return (
    <SaveDialog
      title={t('account.addPasskey')}
      size="small"
      account={account}
      label={t('account.makePasskey')}
      why={t('account.confirmWhy')}
      plain={isFirst && t('account.firstFactor')}
      save={save}
      onClose={onClose}
    >
      <TextField
        label={t('account.name')}
        help={t('account.passkeyNameHelp')}
        maxLength={80}
        value={name}
        error={error}
        onChange={(event) => {
          setName(event.target.value);
          setError(null);
        }}
      />
    </SaveDialog>
  );
}

const startMutation = graphql`
  mutation AddPasskeyDialogStartMutation {
    startPasskey {
      request
      options
    }
  }
`;

const addMutation = graphql`
  mutation AddPasskeyDialogAddMutation($input: AddPasskeyInput!) {
    addPasskey(input: $input) {
      recoveryCodes
      viewer {
        security {
          ...SecurityPage_security
        }
      }
    }
  }
`;
