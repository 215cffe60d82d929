import type { LucideIcon } from 'lucide-react';

export interface MenuItem {
  label: string;
  icon?: LucideIcon;
  kind?: 'danger';
  onSelect?: () => void;
  /** In place of onSelect, for what goes somewhere. */
  href?: string;
  /** What the href leads to is kept as a file. */
  download?: true;
  /** One of several, or on and off. */
  checked?: boolean;
  /** Why it can't be chosen, in a sentence: it stands under the item. */
  disabledReason?: string | null;
  /** What helps, under the reason. */
  wayOut?: { label: string; onSelect: () => void };
}

/** A line parts groups; a head names the one that follows. */
export type MenuEntry = MenuItem | 'line' | { head: string };
