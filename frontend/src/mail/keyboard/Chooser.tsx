import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '../../i18n/translation';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { Kbd } from '../../ui/Kbd';
import { useListbox } from '../../ui/listbox';
import { SearchField } from '../../ui/SearchField';
import styles from './Chooser.module.css';
import { matches } from './matches';

export interface Choice {
  id: string;
  label: string;
  icon: LucideIcon;
  /** The keys that do the same, as they are printed. */
  keys?: string;
  run: () => void;
}

interface ChooserProps {
  title: string;
  /** What is typed into its field. */
  label: string;
  choices: readonly Choice[];
  onClose: () => void;
}

const MOST = 50; // results: nobody reads on below, one types another letter

/** One of many by its name: type, arrows, Enter. */
export function Chooser({ title, label, choices, onClose }: ChooserProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const found = choices.filter((choice) => matches(choice.label, text)).slice(0, MOST);
  const { field, listId, option, reset } = useListbox({
    count: found.length,
    onChoose: (at) => {
      onClose();
      // After the dialog has given focus back, so that what opens now may take it.
      setTimeout(() => found[at]?.run());
    },
  });
  return (
    <Dialog title={title} open onClose={onClose}>
      <div className={styles.field}>
        <SearchField
          label={label}
          autoFocus
          value={text}
          onValue={(value) => {
            setText(value);
            reset();
          }}
          {...field}
        />
      </div>
      <div className={styles.list} id={listId} role="listbox" aria-label={title}>
        {found.map((choice, at) => (
          <div
            key={choice.id}
            className={styles.option}
            role="option"
            tabIndex={-1}
            aria-selected={false}
            {...option(at)}
          >
            <Icon of={choice.icon} />
            <span className="grow cut">{choice.label}</span>
            {choice.keys && <Kbd keys={choice.keys} />}
          </div>
        ))}
        {found.length === 0 && <p className={styles.none}>{t('mailParts.paletteNone', { text })}</p>}
      </div>
    </Dialog>
  );
}
