import { useEffect, useEffectEvent, useRef, useState, useTransition } from 'react';
import { useSettled } from './useSettled';

/** A filter field: what is typed, and asking for the rows once typing pauses, while the old ones stay. */
export function useFilter(
  ask: (filter: string) => void,
): [text: string, setText: (text: string) => void, busy: boolean] {
  const [text, setText] = useState('');
  const [busy, startTransition] = useTransition();
  const settled = useSettled(text.trim());
  const asked = useRef('');
  const run = useEffectEvent((filter: string) => startTransition(() => ask(filter)));
  useEffect(() => {
    if (settled === asked.current) return;
    asked.current = settled;
    run(settled);
  }, [settled]);
  return [text, setText, busy || settled !== text.trim()];
}
