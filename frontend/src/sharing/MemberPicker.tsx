import { type KeyboardEvent, Suspense, useDeferredValue, useId, useState } from 'react';
import { useTranslation } from '../i18n/translation';
import { Field } from '../ui/Field';
import { Skeleton } from '../ui/Skeleton';
import { useSettled } from '../ui/useSettled';
import type { Candidate } from './inviteState';
import { MemberOptions } from './MemberOptions';
import styles from './MemberPicker.module.css';

interface MemberPickerProps {
  organizationId: string;
  mailboxId: string;
  chosen: Candidate | null;
  error: string | undefined;
  onChoose: (member: Candidate | null) => void;
}

/** Finds a member by typing. The list stands open under the field: it is what this step is for. */
export function MemberPicker({ organizationId, mailboxId, chosen, error, onChoose }: MemberPickerProps) {
  const { t } = useTranslation();
  const listId = useId();
  const [text, setText] = useState(chosen?.name ?? '');
  const [active, setActive] = useState<string | null>(null);
  const settled = useSettled(text === chosen?.name ? '' : text.trim());
  const filter = useDeferredValue(settled);

  const choose = (member: Candidate) => {
    setText(member.name);
    onChoose(member);
  };
  const optionId = (id: string) => `${listId}-${id}`;
  const step = (event: KeyboardEvent<HTMLInputElement>) => {
    const options = [
      ...document.querySelectorAll<HTMLElement>(`#${CSS.escape(listId)} [role=option]:not([aria-disabled])`),
    ];
    const at = options.findIndex((option) => option.dataset.member === active);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = event.key === 'ArrowDown' ? at + 1 : at <= 0 ? options.length - 1 : at - 1;
      const option = options[next % Math.max(options.length, 1)];
      setActive(option?.dataset.member ?? null);
      option?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && at >= 0 && options[at]?.ariaSelected !== 'true') {
      event.preventDefault();
      options[at]?.click();
    }
  };
  return (
    <div className={styles.picker}>
      <Field label={t('sharing.whoIsIt')} error={error}>
        {(wiring) => (
          <input
            {...wiring}
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-autocomplete="list"
            aria-controls={listId}
            aria-activedescendant={active ? optionId(active) : undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder={t('sharing.nameOrAddress')}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setActive(null);
              if (chosen) onChoose(null);
            }}
            onKeyDown={step}
          />
        )}
      </Field>
      <div
        id={listId}
        role="listbox"
        aria-label={t('sharing.members')}
        className={styles.list}
        aria-busy={filter !== settled}
      >
        <Suspense fallback={<Skeleton lines={3} />}>
          <MemberOptions
            organizationId={organizationId}
            mailboxId={mailboxId}
            filter={filter}
            chosenId={chosen?.id ?? null}
            activeId={active}
            optionId={optionId}
            onChoose={choose}
          />
        </Suspense>
      </div>
    </div>
  );
}
