import type { LucideIcon } from 'lucide-react';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import MenuIcon from 'lucide-react/icons/menu';
import X from 'lucide-react/icons/x';
import { type ComponentProps, type ReactNode, useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useTranslation } from '../i18n/translation';
import { Icon } from './Icon';
import { IconButton } from './IconButton';
import { Mark } from './Logo';
import { SegmentedLinks } from './SegmentedControl';
import styles from './Shell.module.css';

interface ShellProps {
  /** What the side is, for those who hear it: "Mailbox", "Manager". */
  sideLabel: string;
  /** The switcher, and what stands beside it. It stays on a phone; the rest folds into a menu. */
  head: ReactNode;
  /** Navs and the main act. */
  side: ReactNode;
  /** Mail | Manager. */
  applications: ComponentProps<typeof SegmentedLinks>['links'];
  /** The account menu, at the end of the foot. */
  account: ReactNode;
  /** A bar over the foot of the sheet, while there is something to say. */
  bar?: ReactNode;
  /** The sheet scrolls as a whole; without it its panes do. */
  scrolls?: boolean;
  /** On a phone the side is gone, as while one message is read. */
  bare?: boolean;
  children: ReactNode;
}

/** A quiet side and one framed sheet: Mail, Manager and Account share it. */
export function Shell(props: ShellProps) {
  const { t } = useTranslation();
  const [location] = useLocation();
  const [openAt, setOpenAt] = useState<string | null>(null);
  const open = openAt === location; // going anywhere closes it
  useEffect(() => {
    if (!open) return undefined;
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpenAt(null);
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [open]);
  return (
    <div className={styles.app} data-bare={props.bare || undefined}>
      <a className={styles.skip} href="#content">
        {t('ui.skipToContent')}
      </a>
      <aside className={styles.side} aria-label={props.sideLabel} data-open={open || undefined}>
        <div className={styles.head}>
          <span className={styles.navigation}>
            <IconButton
              icon={open ? X : MenuIcon}
              label={open ? t('ui.close') : t('ui.menu')}
              aria-expanded={open}
              onClick={() => setOpenAt(open ? null : location)}
            />
          </span>
          {props.head}
        </div>
        <div className={styles.body}>{props.side}</div>
        <div className={styles.foot}>
          <Mark />
          <SegmentedLinks label={t('ui.applications')} links={props.applications} />
          {props.account}
        </div>
      </aside>
      <main id="content" tabIndex={-1} className={styles.sheet} data-scrolls={props.scrolls || undefined}>
        {props.children}
        <div className={styles.connection}>{props.bar}</div>
      </main>
    </div>
  );
}

interface SwitcherButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'children' | 'name'> {
  /** The address or the organization. */
  name: ReactNode;
  note?: ReactNode;
}

/** The name at the head of the side: the address is the hero. It opens what it switches. */
export function SwitcherButton({ name, note, ...button }: SwitcherButtonProps) {
  return (
    <button {...button} type="button" className={styles.switcher}>
      <span className={styles.switcherLine}>
        <strong>{name}</strong>
        <Icon of={ChevronsUpDown} />
      </span>
      {note && <span className={styles.switcherNote}>{note}</span>}
    </button>
  );
}

/** The same where there is nothing to switch to. */
export function SideTitle({ name, note }: { name: ReactNode; note?: ReactNode }) {
  return (
    <div className={styles.switcher}>
      <span className={styles.switcherLine}>
        <strong>{name}</strong>
      </span>
      {note && <span className={styles.switcherNote}>{note}</span>}
    </div>
  );
}

interface NavItem {
  href: string;
  icon?: LucideIcon;
  name: string;
  current: boolean;
  /** A Count. */
  count?: ReactNode;
}

export function SideNav({ label, items }: { label: string; items: readonly NavItem[] }) {
  return (
    <nav className={styles.nav} aria-label={label}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.icon && <Icon of={item.icon} />}
          <span className={styles.navName}>{item.name}</span>
          {item.count}
        </Link>
      ))}
    </nav>
  );
}
