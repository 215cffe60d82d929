import { Menu } from '@base-ui/react/menu';
import Check from 'lucide-react/icons/check';
import { Fragment, type RefObject, useId } from 'react';
import { Link } from 'wouter';
import { Icon } from './Icon';
import styles from './Menu.module.css';
import type { MenuEntry, MenuItem } from './menuEntry';

interface MenuLayerProps {
  label: string;
  anchor: RefObject<HTMLElement | null>;
  entries: readonly MenuEntry[];
  open: boolean;
  onClose: () => void;
  onClosed: () => void;
}

export function MenuLayer({ label, anchor, entries, open, onClose, onClosed }: MenuLayerProps) {
  return (
    <Menu.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      onOpenChangeComplete={(isOpen) => {
        if (!isOpen) onClosed();
      }}
    >
      <Menu.Portal>
        <Menu.Backdrop className={styles.backdrop} />
        <Menu.Positioner
          className={styles.positioner}
          data-over="menu"
          anchor={anchor}
          align="end"
          sideOffset={4}
          collisionPadding={8}
        >
          <Menu.Popup className={styles.menu} aria-label={label} finalFocus={anchor}>
            {entries.map((entry, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a menu's entries keep their places while it is open
              <Entry key={at} entry={entry} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  if (entry === 'line') return <Menu.Separator className={styles.line} />;
  if ('head' in entry) return <div className={styles.head}>{entry.head}</div>;
  return <Item item={entry} />;
}

// A file comes from the server, past the router.
const linkTo = (href: string, download?: true) =>
  // biome-ignore lint/a11y/useAnchorContent: the menu fills it
  download ? <a href={href} download="" /> : <Link href={href} />;

function Item({ item }: { item: MenuItem }) {
  const reasonId = useId();
  const disabled = Boolean(item.disabledReason);
  const content = (
    <>
      {item.icon && <Icon of={item.icon} />}
      <span className="grow">{item.label}</span>
      {item.checked !== undefined && <span className={styles.tick}>{item.checked && <Icon of={Check} />}</span>}
    </>
  );
  const look = {
    className: styles.item,
    'data-kind': item.kind,
    'aria-describedby': disabled ? reasonId : undefined,
    label: item.label,
  };
  return (
    <Fragment>
      {item.checked !== undefined ? (
        <Menu.CheckboxItem {...look} checked={item.checked} disabled={disabled} closeOnClick onClick={item.onSelect}>
          {content}
        </Menu.CheckboxItem>
      ) : item.href && !disabled ? (
        <Menu.LinkItem {...look} closeOnClick render={linkTo(item.href, item.download)}>
          {content}
        </Menu.LinkItem>
      ) : (
        <Menu.Item {...look} disabled={disabled} onClick={item.onSelect}>
          {content}
        </Menu.Item>
      )}
      {disabled && (
        <div id={reasonId} className={styles.reason}>
          {item.disabledReason}
        </div>
      )}
      {disabled && item.wayOut && (
        <Menu.Item className={styles.wayOut} onClick={item.wayOut.onSelect}>
          {item.wayOut.label}
        </Menu.Item>
      )}
    </Fragment>
  );
}
