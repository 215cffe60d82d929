import { Link } from 'wouter';
import { Count } from './Chip';
import styles from './Tabs.module.css';

interface Tab {
  href: string;
  label: string;
  count?: number;
  current: boolean;
}

/** Views of one thing, each with an address of its own: back works, and a link leads to the right one. */
export function Tabs(props: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className={styles.tabs} aria-label={props.label}>
      {props.tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} className={styles.tab} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.count !== undefined && <Count of={tab.count} />}
        </Link>
      ))}
    </nav>
  );
}
