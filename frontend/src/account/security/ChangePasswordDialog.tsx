import { graphql } from 'react-relay/hooks';
import type { ChangePasswordDialogMutation } from '../../__generated__/ChangePasswordDialogMutation.graphql';
import { asRefusal } from '../../api/refusal';
import { useAct } from '../../api/useAct';
import { useTranslation } from '../../i18n/translation';
import { SaveDialog } from '../../sharing/SaveDialog';
import { useFields } from '../../ui/fields';
import { PasswordField } from '../../ui/PasswordField';
import { showToast } from '../../ui/toast';

const SHORTEST = 12; // characters of a password, as the server counts

export function ChangePasswordDialog({ account, onClose }: { account: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [change] = useAct<ChangePasswordDialogMutation>(mutation);
  const form = useFields({
    currentPassword: (value) => (value ? null : t('sharing.passwordMissing')),
    newPassword: (value) => ([...value].length >= SHORTEST ? null : t('account.passwordShort')),
  });
  const save = async () => {
    if (!form.check()) return false;
    try {
      await change({ input: form.values });
      await showToast({ text: t('account.passwordIsNew') });
      return true;
    } catch (thrown) {
      const refusal = asRefusal(thrown);
      if (refusal.field === 'currentPassword') form.refuse('currentPassword', t('sharing.passwordWrong'));
      else if (refusal.field === 'newPassword') form.refuse('newPassword', refusal.message);
      else throw refusal;
      return false;
    }
  };
  return (
    <SaveDialog
      title={t('account.changePassword')}
      size="small"
      account={account}
      label={t('account.changePassword')}
      plain={t('account.passwordEndsSessions')}
      save={save}
      onClose={onClose}
    >
      {/* Lets password managers know whose password this is. */}
      <input type="email" autoComplete="username" value={account} readOnly hidden />
      <PasswordField
        label={t('account.currentPassword')}
        autoComplete="current-password"
        autoFocus
        {...form.field('currentPassword')}
      />
      <PasswordField
        label={t('account.newPassword')}
        help={t('account.passwordHelp')}
        autoComplete="new-password"
        {...form.field('newPassword')}
      />
    </SaveDialog>
  );
}

const mutation = graphql`
  mutation ChangePasswordDialogMutation($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      viewer {
        security {
          ...SecurityPage_security
        }
      }
    }
  }
`;
