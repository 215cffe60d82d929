import { useTranslation } from '../i18n/translation';
import { Dialog, DialogBody } from './Dialog';
import { Kbd } from './Kbd';
import styles from './KeyboardHelp.module.css';

export interface KeyGroup {
  name: string;
  keys: readonly { keys: string; does: string }[];
}

/** All the keys, as a sheet: `?` opens it. */
export function KeyboardHelp({
  groups,
  open,
  onClose,
}: {
  groups: readonly KeyGroup[];
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('ui.keyboard')} open={open} onClose={onClose}>
      <DialogBody>
        <div className={styles.groups}>
          {groups.map((group) => (
            <section key={group.name} className={styles.group}>
              <h3>{group.name}</h3>
              <ul>
                {group.keys.map(({ keys, does }) => (
                  <li key={keys}>
                    <span>{does}</span>
                    <Kbd keys={keys} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </DialogBody>
    </Dialog>
  );
}
