import type { RecordSourceSelectorProxy } from 'relay-runtime';

/** Remembers until when no new proof is needed, so that what comes next doesn't ask in vain. */
export function keepProof(store: RecordSourceSelectorProxy, until: string | undefined): void {
  const viewer = store.getRoot().getLinkedRecord('viewer');
  if (viewer && until) viewer.setValue(until, 'steppedUpUntil');
}
