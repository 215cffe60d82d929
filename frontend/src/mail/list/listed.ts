import type { ThreadRow_thread$key } from '../../__generated__/ThreadRow_thread.graphql';

/** A thread as every list hands it on: what acts need to know, and the key to the rest. */
export type ListedThread = ThreadRow_thread$key & {
  readonly id: string;
  readonly lastMessageAt: string;
  readonly unread: number;
  readonly starred: boolean;
};

/** What a list shows, wherever it comes from. */
export interface Listing {
  threads: readonly ListedThread[];
  /** Fetches the next window; may be called again before it has come. */
  onNearEnd: () => void;
}

/** How many threads are fetched at once. */
export const WINDOW = 50;
