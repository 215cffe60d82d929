import { graphql } from 'react-relay/hooks';
import type { NewCodesDialogMutation } from '../../__generated__/NewCodesDialogMutation.graphql';
import { useAct } from '../../api/useAct';
import { useTranslation } from '../../i18n/translation';
import { SaveDialog } from '../../sharing/SaveDialog';

interface NewCodesDialogProps {
  account: string;
  onCodes: (codes: readonly string[]) => void;
  onClose: () => void;
}

/** Asks before the codes that were kept stop working. */
export function NewCodesDialog({ account, onCodes, onClose }: NewCodesDialogProps) {
  const { t } = useTranslation();
  const [replace] = useAct<NewCodesDialogMutation>(mutation);
  const save = async () => {
    const { replaceRecoveryCodes } = await replace({});
    onCodes(replaceRecoveryCodes.recoveryCodes);
  };
  return (
    <SaveDialog
      title={t('account.newCodesTitle')}
      size="small"
      account={account}
      label={t('account.newCodes')}
      why={t('account.confirmWhy')}
      save={save}
      onClose={onClose}
    >
      <p>{t('account.newCodesText')}</p>
    </SaveDialog>
  );
}

const mutation = graphql`
  mutation NewCodesDialogMutation {
    replaceRecoveryCodes {
      recoveryCodes
      viewer {
        security {
          ...SecurityPage_security
        }
      }
    }
  }
`;
