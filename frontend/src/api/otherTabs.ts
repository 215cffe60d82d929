// Tabs of one browser share its session: when another account acts from now on,
// or nobody does, what the others show is no longer theirs to show.
let channel: BroadcastChannel | undefined;

// One for each page: a channel doesn't hear itself, but it would hear another of the same page.
function ours(): BroadcastChannel {
  channel ??= new BroadcastChannel('latchkey.account');
  return channel;
}

/** Tells the other tabs of this browser that somebody else acts from now on. */
export const tellOtherTabs = (): void => ours().postMessage('changed');

/** Calls back when another tab has switched accounts or signed out. */
export const onAccountChanged = (run: () => void): void => ours().addEventListener('message', run);
