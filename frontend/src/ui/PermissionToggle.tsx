import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from '../i18n/translation';
import { Icon } from './Icon';
import styles from './PermissionToggle.module.css';
import { tip } from './tip';

export type Given = 'given' | 'partly' | 'not';

interface PermissionToggleProps {
  icon: LucideIcon;
  /** What it allows, in a word: "Delete". */
  name: string;
  given: Given;
  /** What that means for this person, in a sentence. */
  explanation: string;
  /** Why it can't be changed; it takes the place of the explanation. */
  disabledReason?: string | null;
  /** For one that stands for several: pressing it opens them, and this says whether they are open. */
  opens?: boolean;
  ref?: Ref<HTMLButtonElement>;
  onToggle: () => void;
}

const pressed = { given: true, partly: 'mixed', not: false } as const;
const word = { given: 'ui.given', partly: 'ui.partly', not: 'ui.notGiven' } as const;

/** Filled is given, a filled corner partly, a dashed outline not: shape first, colour second. */
export function PermissionToggle(props: PermissionToggleProps) {
  const { icon, name, given, explanation, disabledReason, opens, ref, onToggle } = props;
  const { t } = useTranslation();
  const said = `${name}: ${t(word[given])}`;
  const text = disabledReason ?? explanation;
  return (
    <button
      ref={ref}
      type="button"
      className={styles.permission}
      aria-haspopup={opens === undefined ? undefined : 'dialog'}
      aria-expanded={opens}
      aria-pressed={pressed[given]}
      aria-label={said}
      aria-description={text}
      aria-disabled={disabledReason ? true : undefined}
      onClick={disabledReason ? undefined : onToggle}
      {...tip(said, text)}
    >
      <Icon of={icon} />
    </button>
  );
}

/** The toggles of one person, side by side. */
export function PermissionToggles({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: these are buttons in a row of a table, not the fields of a form
    <span className={styles.permissions} role="group" aria-label={label}>
      {children}
    </span>
  );
}
