import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './Segmented.module.css';

interface Segment<V extends string> {
  value: V;
  label: ReactNode;
}

/** A few exclusive views of the same thing. */
export function SegmentedControl<V extends string>(props: {
  label: string;
  segments: readonly Segment<V>[];
  value: V;
  onChange: (value: V) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no inline layout of its own, and this is no form
    <div className={styles.segmented} role="group" aria-label={props.label}>
      {props.segments.map(({ value, label }) => (
        <button key={value} type="button" aria-pressed={value === props.value} onClick={() => props.onChange(value)}>
          {label}
        </button>
      ))}
    </div>
  );
}

/** The same look for places: Mail and Manager. */
export function SegmentedLinks(props: {
  label: string;
  links: readonly { href: string; label: ReactNode; current: boolean }[];
}) {
  return (
    <nav className={styles.segmented} aria-label={props.label}>
      {props.links.map(({ href, label, current }) => (
        <Link key={href} href={href} aria-current={current || undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
