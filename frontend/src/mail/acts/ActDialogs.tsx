import { useTranslation } from '../../i18n/translation';
import { Button } from '../../ui/Button';
import { Dialog, DialogBody, DialogFoot } from '../../ui/Dialog';
import { folderIcon } from '../folders/FolderNav';
import { useFolderName } from '../folders/useFolderName';
import { Chooser } from '../keyboard/Chooser';
import type { ActsOnPlace } from './useActsOnPlace';

interface ActDialogsProps {
  onPlace: ActsOnPlace;
  folders: readonly { readonly id: string; readonly role: string | null | undefined; readonly name: string }[];
}

/** What is asked before an act: where to, and whether for good. */
export function ActDialogs({ onPlace, folders }: ActDialogsProps) {
  const { t } = useTranslation();
  const folderName = useFolderName();
  const { asking, answer, role } = onPlace;
  if (asking === 'move') {
    return (
      <Chooser
        title={t('mailParts.moveTo')}
        label={t('mailParts.findFolder')}
        choices={folders
          .filter((folder) => folder.role !== 'TRASH' && folder.role !== 'DRAFTS' && (!role || folder.role !== role))
          .map((folder) => ({
            id: folder.id,
            label: folderName(folder),
            icon: folderIcon(folder.role),
            run: () => answer.moveTo(folder),
          }))}
        onClose={answer.cancel}
      />
    );
  }
  if (asking === 'delete') {
    return (
      <Dialog title={t('mailParts.deleteTitle')} size="small" open onClose={answer.cancel}>
        <DialogBody>
          <p>{t('mailParts.deleteText')}</p>
        </DialogBody>
        <DialogFoot>
          <Button onClick={answer.cancel}>{t('ui.cancel')}</Button>
          <Button kind="danger" onClick={answer.deleteForGood}>
            {t('mailParts.deleteForGood')}
          </Button>
        </DialogFoot>
      </Dialog>
    );
  }
  return null;
}
