import { useState } from 'react';
import { graphql } from 'react-relay/hooks';
import type { AuthenticatorDialogMutation } from '../../__generated__/AuthenticatorDialogMutation.graphql';
import { asRefusal } from '../../api/refusal';
import { useAct } from '../../api/useAct';
import { useTranslation } from '../../i18n/translation';
import { AuthenticatorKey } from '../../second-factor/AuthenticatorKey';
import { SaveDialog } from '../../sharing/SaveDialog';
import { CodeField, isWholeCode } from '../../ui/CodeField';
import { showToast } from '../../ui/toast';
import type { Offered } from './useStartAuthenticator';

interface AuthenticatorDialogProps {
  offered: Offered;
  /** Whether another app holds until this one is proven. */
  isReplacing: boolean;
  /** Whether there is no second factor yet. */
  isFirst: boolean;
  account: string;
  onCodes: (codes: readonly string[]) => void;
  onClose: () => void;
}

/** Teaches an authenticator app its secret and has it show a first code. */
export function AuthenticatorDialog(props: AuthenticatorDialogProps) {
  const { offered, isReplacing, isFirst, account, onCodes, onClose } = props;
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [confirm] = useAct<AuthenticatorDialogMutation>(mutation);
  const stay = (why: string) => {
    setError(why);
    return false;
  };
  const save = async () => {
    if (!isWholeCode(code)) return stay(t('secondFactor.shortCode'));
    try {
      const { confirmAuthenticator } = await confirm({ input: { code } });
      if (confirmAuthenticator.recoveryCodes) onCodes(confirmAuthenticator.recoveryCodes);
      else await showToast({ text: t('account.authenticatorOn') });
      return true;
    } catch (thrown) {
      const refusal = asRefusal(thrown);
      if (refusal.code === 'VALIDATION_FAILED') return stay(t('secondFactor.wrongCode'));
      throw refusal;
    }
  };
  return (
    <SaveDialog
      title={t(isReplacing ? 'account.replaceAuthenticator' : 'account.setUpAuthenticator')}
      account={account}
      label={t('account.turnOn')}
      why={t('account.confirmWhy')}
      plain={isReplacing ? t('account.oldHolds') : isFirst && t('account.firstFactor')}
      save={save}
      onClose={onClose}
    >
      <AuthenticatorKey uri={offered.uri} secret={offered.secret}>
        <CodeField
          label={t('account.codeOfApp')}
          autoFocus
          value={code}
          error={error}
          onChange={(digits) => {
            setCode(digits);
            setError(null);
          }}
          onComplete={() => undefined}
        />
      </AuthenticatorKey>
    </SaveDialog>
  );
}

const mutation = graphql`
  mutation AuthenticatorDialogMutation($input: ConfirmAuthenticatorInput!) {
    confirmAuthenticator(input: $input) {
      recoveryCodes
      viewer {
        security {
          ...SecurityPage_security
        }
      }
    }
  }
`;
