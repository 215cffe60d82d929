import { useState } from 'react';
import { graphql } from 'react-relay/hooks';
import type { DeleteAccountDialogMutation } from '../__generated__/DeleteAccountDialogMutation.graphql';
import { tellOtherTabs } from '../api/otherTabs';
import { useAct } from '../api/useAct';
import { paths } from '../href';
import { useTranslation } from '../i18n/translation';
import { SaveDialog } from '../sharing/SaveDialog';
import { TextField } from '../ui/TextField';

/** Asks for the address to be typed: what follows can't be taken back. */
export function DeleteAccountDialog({ account, onClose }: { account: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [deleteAccount] = useAct<DeleteAccountDialogMutation>(mutation);
  const save = async () => {
    if (typed.trim().toLowerCase() !== account.toLowerCase()) {
      setError(t('account.deleteTyped', { email: account }));
      return false;
    }
    await deleteAccount({});
    tellOtherTabs();
    location.assign(paths.signIn); // for good, so that nothing that was read stays in the page's memory
    return false; // the page is being left: closing the dialog would only flash
  };
  return (
    <SaveDialog
      title={t('account.deleteTitle')}
      size="small"
      account={account}
      label={t('account.delete')}
      kind="danger"
      why={t('account.confirmWhy')}
      save={save}
      onClose={onClose}
    >
      <p>{t('account.deleteText')}</p>
      <TextField
        label={t('account.deleteType', { email: account })}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={typed}
        error={error}
        onChange={(event) => {
          setTyped(event.target.value);
          setError(null);
        }}
      />
    </SaveDialog>
  );
}

const mutation = graphql`
  mutation DeleteAccountDialogMutation {
    deleteAccount {
      deleted
    }
  }
`;
