import { useTranslation } from '../../i18n/translation';
import { RecoveryCodes } from '../../second-factor/RecoveryCodes';
import { Button } from '../../ui/Button';
import { Dialog, DialogBody, DialogFoot } from '../../ui/Dialog';

interface CodesDialogProps {
  codes: readonly string[];
  account: string;
  onClose: () => void;
}

/** Recovery codes, the one time that they are shown. A slip beside the dialog doesn't lose them. */
export function CodesDialog({ codes, account, onClose }: CodesDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog open sticky title={t('account.keepCodes')} onClose={onClose}>
      <DialogBody>
        <p>{t('account.keepCodesText')}</p>
        <RecoveryCodes codes={codes} email={account} />
      </DialogBody>
      <DialogFoot>
        <Button kind="primary" onClick={onClose}>
          {t('account.codesKept')}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
