import { graphql } from 'react-relay/hooks';
import type { RemoveAuthenticatorDialogMutation } from '../../__generated__/RemoveAuthenticatorDialogMutation.graphql';
import type { WhatIsLost_security$key } from '../../__generated__/WhatIsLost_security.graphql';
import { useAct } from '../../api/useAct';
import { useTranslation } from '../../i18n/translation';
import { SaveDialog } from '../../sharing/SaveDialog';
import { showToast } from '../../ui/toast';
import { WhatIsLost } from './WhatIsLost';

interface RemoveAuthenticatorDialogProps {
  /** Whether no second factor is left then. */
  isLast: boolean;
  security: WhatIsLost_security$key;
  account: string;
  onClose: () => void;
}

export function RemoveAuthenticatorDialog({ isLast, security, account, onClose }: RemoveAuthenticatorDialogProps) {
  const { t } = useTranslation();
  const [remove] = useAct<RemoveAuthenticatorDialogMutation>(mutation);
  const save = async () => {
    await remove({});
    await showToast({ text: t('account.removed', { name: t('account.authenticator') }) });
  };
  return (
    <SaveDialog
      title={t('account.removeAuthenticatorTitle')}
      size="small"
      account={account}
      label={t('account.remove')}
      kind="danger"
      why={t('account.confirmWhy')}
      save={save}
      onClose={onClose}
    >
      <p>{t('account.removeAuthenticatorText')}</p>
      {isLast && <WhatIsLost security={security} />}
    </SaveDialog>
  );
}

const mutation = graphql`
  mutation RemoveAuthenticatorDialogMutation {
    removeAuthenticator {
      viewer {
        security {
          ...SecurityPage_security
        }
      }
    }
  }
`;
