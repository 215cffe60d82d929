import { useState } from 'react';
import { graphql } from 'react-relay/hooks';
import type { RenamePasskeyDialogMutation } from '../../__generated__/RenamePasskeyDialogMutation.graphql';
import { useAct } from '../../api/useAct';
import { useTranslation } from '../../i18n/translation';
import { SaveDialog } from '../../sharing/SaveDialog';
import { TextField } from '../../ui/TextField';

interface RenamePasskeyDialogProps {
  passkey: { id: string; name: string };
  account: string;
  onClose: () => void;
}

export function RenamePasskeyDialog({ passkey, account, onClose }: RenamePasskeyDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(passkey.name);
  const [error, setError] = useState<string | null>(null);
  const [rename] = useAct<RenamePasskeyDialogMutation>(mutation);
  const save = async () => {
    if (name.trim() !== '') return rename({ input: { passkey: passkey.id, name: name.trim() } });
    setError(t('account.nameMissing'));
    return false;
  };
  return (
    <SaveDialog
      title={t('account.renameTitle', { name: passkey.name })}
      size="small"
      account={account}
      save={save}
      onClose={onClose}
    >
      <TextField
        label={t('account.name')}
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

const mutation = graphql`
  mutation RenamePasskeyDialogMutation($input: RenamePasskeyInput!) {
    renamePasskey(input: $input) {
      passkey {
        id
        name
      }
    }
  }
`;
