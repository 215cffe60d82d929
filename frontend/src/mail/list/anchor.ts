/** Heights in pixels, which rows keep. */
export interface Heights {
  head: number;
  thread: number;
}

interface Placed {
  kind: 'head' | 'thread';
  id: string;
}

/** How far a row lies from the top; undefined when it isn't there. */
export function offsetOf(rows: readonly Placed[], id: string, heights: Heights): number | undefined {
  let offset = 0;
  for (const row of rows) {
    if (row.id === id) return offset;
    offset += heights[row.kind];
  }
  return undefined;
}

/** The thread at a distance from the top: the one that is pointed at, or the first in sight. */
export function threadAt(rows: readonly Placed[], distance: number, heights: Heights): string | undefined {
  let bottom = 0;
  for (const row of rows) {
    bottom += heights[row.kind];
    if (bottom > distance && row.kind === 'thread') return row.id;
  }
  return undefined;
}

/** By how much to scroll so that a row stays under the pointer though rows came or went above it. */
export function shiftOf(before: readonly Placed[], after: readonly Placed[], id: string, heights: Heights): number {
  const [was, is] = [offsetOf(before, id, heights), offsetOf(after, id, heights)];
  return was === undefined || is === undefined ? 0 : is - was;
}
