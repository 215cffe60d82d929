import Calendar from 'lucide-react/icons/calendar';
import Check from 'lucide-react/icons/check';
import Minus from 'lucide-react/icons/minus';
import ShieldCheck from 'lucide-react/icons/shield-check';
import { useTranslation } from '../i18n/translation';
import { Icon } from '../ui/Icon';
import styles from './MayDoList.module.css';
import { mayDo } from './mayDo';
import { knownPermissions } from './permissions';

interface MayDoListProps {
  address: string;
  /** As the API lists them. */
  permissions: readonly string[];
  /** Until when, in a sentence. */
  until?: string;
  /** A condition, in a sentence. */
  condition?: string | null;
}

/** What somebody may do with a mailbox, in plain words. */
export function MayDoList({ address, permissions, until, condition }: MayDoListProps) {
  const translation = useTranslation();
  const { may, not } = mayDo(knownPermissions(permissions), address, translation);
  return (
    <ul className={styles.list}>
      {may.map((sentence) => (
        <li key={sentence}>
          <Icon of={Check} />
          <span>{sentence}</span>
        </li>
      ))}
      {not && (
        <li data-not>
          <Icon of={Minus} />
          <span>{not}</span>
        </li>
      )}
      {until && (
        <li>
          <Icon of={Calendar} />
          <span>{until}</span>
        </li>
      )}
      {condition && (
        <li>
          <Icon of={ShieldCheck} />
          <span>{condition}</span>
        </li>
      )}
    </ul>
  );
}
