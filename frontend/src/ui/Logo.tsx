import styles from './Logo.module.css';

/** A key whose bow is a letter. */
export function Mark() {
  return (
    <svg
      className={styles.mark}
      viewBox="0 0 28 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <rect x="1.25" y="3.25" width="14.5" height="13.5" rx="4" />
      <path d="m5 8 3.5 3L12 8M15.75 10H26.5M21 10v3.75M25.4 10v2.75" />
    </svg>
  );
}

export function Wordmark() {
  return (
    <span className={styles.wordmark}>
      <Mark />
      Latchkey
    </span>
  );
}
