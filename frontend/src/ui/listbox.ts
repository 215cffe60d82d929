import { type KeyboardEvent, useEffect, useId, useState } from 'react';

/**
 * A field with a list under it: focus stays in the field, arrows walk the
 * list, Enter chooses. `field` and `option(at)` carry the wiring; the active
 * option has data-active.
 */
export function useListbox({ count, onChoose }: { count: number; onChoose: (at: number) => void }) {
  const id = useId();
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, count - 1);
  const optionId = (at: number) => `${id}-${at}`;
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  const keys: Record<string, () => void> = {
    ArrowDown: () => setActive(active + 1 >= count ? 0 : active + 1),
    ArrowUp: () => setActive(active <= 0 ? count - 1 : active - 1),
    Enter: () => {
      if (active >= 0) onChoose(active);
    },
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
        const act = keys[event.key];
        if (!act || event.nativeEvent.isComposing) return;
        event.preventDefault();
        act();
      },
    },
    list: { role: 'listbox' as const, id },
    option: (at: number) => ({
      id: optionId(at),
      role: 'option' as const,
      'data-active': at === active || undefined,
      onPointerMove: () => setActive(at),
      onClick: () => onChoose(at),
    }),
  };
}
