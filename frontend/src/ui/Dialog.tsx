import { type ComponentProps, type ReactNode, Suspense } from 'react';
import styles from './Dialog.module.css';
import type { DialogProps } from './DialogLayer';
import { LazyDialog } from './lazyOverlays';

/**
 * A task over the page, full screen on a phone. Focus stays inside and returns
 * to where it came from. Mount it only while it is needed: what it holds starts anew.
 */
export function Dialog(props: DialogProps) {
  return <Suspense>{props.open && <LazyDialog {...props} />}</Suspense>;
}

/** What scrolls. */
export const DialogBody = ({ children }: { children: ReactNode }) => <div className={styles.body}>{children}</div>;

/** The plain sentence above the foot: outside the scroll, so that it is seen changing. */
export const DialogPlain = ({ children }: { children: ReactNode }) => (
  <p className={styles.plain} aria-live="polite">
    {children}
  </p>
);

/** The buttons; the primary comes last. */
export const DialogFoot = ({ children }: { children: ReactNode }) => <div className={styles.foot}>{children}</div>;

/** A form around body and foot, laid out as if it were not there: Enter acts as its submit button does. */
export const DialogForm = (props: Omit<ComponentProps<'form'>, 'className'>) => (
  <form {...props} className={styles.content} noValidate />
);
