import type { LucideIcon } from 'lucide-react';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { type ReactNode, Suspense, useRef, useState } from 'react';
import { IconButton } from './IconButton';
import { LazyMenu, preloadOverlays } from './lazyOverlays';
import type { MenuEntry } from './menuEntry';

interface MenuButtonProps {
  /** The button's name, and the menu's. */
  label: string;
  icon?: LucideIcon;
  /** In place of an icon, such as a face. */
  children?: ReactNode;
  size?: 'small' | 'large';
  /** Asked for when it opens, so that a row of a table pays nothing for its menu. */
  entries: () => readonly MenuEntry[];
}

/** A button that opens a menu: a popover beside it, or a sheet from the foot of a phone. */
export function MenuButton({ label, icon, children, size, entries }: MenuButtonProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<'absent' | 'open' | 'closing'>('absent');
  return (
    <>
      <IconButton
        ref={anchor}
        label={label}
        icon={children ? undefined : (icon ?? Ellipsis)}
        size={size}
        aria-haspopup="menu"
        aria-expanded={state === 'open'}
        onPointerEnter={preloadOverlays}
        onFocus={preloadOverlays}
        onClick={() => setState('open')}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setState('open');
        }}
      >
        {children}
      </IconButton>
      {state !== 'absent' && (
        <Suspense>
          <LazyMenu
            label={label}
            anchor={anchor}
            entries={entries()}
            open={state === 'open'}
            onClose={() => setState('closing')}
            onClosed={() => setState('absent')}
          />
        </Suspense>
      )}
    </>
  );
}
