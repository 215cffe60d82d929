import { type KeyboardEvent, useEffect, useId, useState } from 'react';

interface ListboxOptions {
  count: number;
  /** The option that is active when it opens. */
  first?: number;
  onChoose: (at: number) => void;
}

/**
 * A field with a list under it: focus stays in the field, arrows walk the
 * list, Enter chooses. `field` and `option(at)` carry the wiring; the active
 * option has data-active.
 */
export function useListbox({ count, first = 0, onChoose }: ListboxOptions) {
  const id = useId();
  const [wanted, setActive] = useState(Math.max(first, 0));
  const active = Math.min(wanted, count - 1);
  const optionId = (at: number) => `${id}-${at}`;
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  const press = (key: string): boolean => {
    if (key === 'ArrowDown') setActive(active + 1 >= count ? 0 : active + 1);
    else if (key === 'ArrowUp') setActive(active <= 0 ? count - 1 : active - 1);
    else if (key === 'Enter' && active >= 0) onChoose(active);
    else return false;
    return true;
  };
  return {
    /** To begin at the top again, as when the list became another. */
    reset: (at = 0) => setActive(at),
    field: {
      role: 'combobox' as const,
      'aria-expanded': true,
      'aria-controls': id,
      'aria-autocomplete': 'list' as const,
      'aria-activedescendant': active >= 0 ? optionId(active) : undefined,
      onKeyDown: (event: KeyboardEvent) => {
        if (!event.nativeEvent.isComposing && press(event.key)) event.preventDefault();
      },
    },
    listId: id,
    option: (at: number) => ({
      id: optionId(at),
      'data-active': at === active || undefined,
      onPointerMove: () => setActive(at),
      onClick: () => onChoose(at),
    }),
  };
}
