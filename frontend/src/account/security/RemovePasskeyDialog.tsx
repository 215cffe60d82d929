import { graphql } from 'react-relay/hooks';
import type { RemovePasskeyDialogMutation } from '../../__generated__/RemovePasskeyDialogMutation.graphql';
import type { WhatIsLost_security$key } from '../../__generated__/WhatIsLost_security.graphql';
import { useAct } from '../../api/useAct';
import { useTranslation } from '../../i18n/translation';
import { SaveDialog } from '../../sharing/SaveDialog';
import { showToast } from '../../ui/toast';
import { WhatIsLost } from './WhatIsLost';

interface RemovePasskeyDialogProps {
  passkey: { id: string; name: string };
  /** Whether no second factor is left then. */
  isLast: boolean;
  security: WhatIsLost_security$key;
  account: string;
  onClose: () => void;
}

export function RemovePasskeyDialog({ passkey, isLast, security, account, onClose }: RemovePasskeyDialogProps) {
  const { t } = useTranslation();
  const [remove] = useAct<RemovePasskeyDialogMutation>(mutation);
  const save = async () => {
    await remove({ input: { passkey: passkey.id } });
    await showToast({ text: t('account.removed', { name: passkey.name }) });
  };
  return (
    <SaveDialog
      title={t('account.removeTitle', { name: passkey.name })}
      size="small"
      account={account}
      label={t('account.remove')}
      kind="danger"
      why={t('account.confirmWhy')}
      save={save}
      onClose={onClose}
    >
      <p>{t('account.removePasskeyText')}</p>
      {isLast && <WhatIsLost security={security} />}
    </SaveDialog>
  );
}

const mutation = graphql`
  mutation RemovePasskeyDialogMutation($input: RemovePasskeyInput!) {
    removePasskey(input: $input) {
      viewer {
        security {
          ...SecurityPage_security
        }
      }
    }
  }
`;
