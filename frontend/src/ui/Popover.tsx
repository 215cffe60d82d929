import { Suspense } from 'react';
import { LazyPopover } from './lazyOverlays';
import type { PopoverProps } from './PopoverLayer';

/** A panel beside its anchor, which takes the whole screen of a phone. Focus goes in and comes back to the anchor. */
export function Popover(props: PopoverProps) {
  return <Suspense>{props.open && <LazyPopover {...props} />}</Suspense>;
}
