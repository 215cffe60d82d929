import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { loadToasts } from './lazyOverlays';

interface ToastOptions {
  /** What happened, with who and what by name. */
  text: ReactNode;
  icon?: LucideIcon;
  /** Undo, Open: one act. Choosing it puts the toast away. */
  action?: { label: string; onSelect: () => void };
  /** Toasts with the same id take each other's place, as when a toggle is pressed again and again. */
  id?: string;
}

const WITH_ACTION = 10_000; // ms: time enough to reach Undo

/** Says something over the foot of the page, politely; nothing moves and focus stays. */
export async function showToast({ text, icon, action, id }: ToastOptions): Promise<void> {
  const manager = await loadToasts();
  const key = manager.add({
    id,
    description: text,
    data: { icon },
    timeout: action ? WITH_ACTION : undefined,
    actionProps: action && {
      children: action.label,
      onClick: () => {
        manager.close(key);
        action.onSelect();
      },
    },
  });
}

/** Puts a toast away, as when what it speaks of is gone. */
export const closeToast = async (id: string): Promise<void> => (await loadToasts()).close(id);
