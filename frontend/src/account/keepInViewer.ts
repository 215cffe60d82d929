import type { RecordSourceSelectorProxy } from 'relay-runtime';

/** The viewer has no id: what a mutation answers with of it is put where pages read it. */
export function keepInViewer(store: RecordSourceSelectorProxy, mutation: string, part: 'security' | 'settings'): void {
  const answered = store.getRootField(mutation)?.getLinkedRecord('viewer')?.getLinkedRecord(part);
  const viewer = store.getRoot().getLinkedRecord('viewer');
  if (answered && viewer) viewer.getOrCreateLinkedRecord(part, answered.getType()).copyFieldsFrom(answered);
}
