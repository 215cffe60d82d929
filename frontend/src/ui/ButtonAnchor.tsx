import type { ButtonLook } from './Button';
import styles from './Button.module.css';
import { Icon } from './Icon';

/** A link that looks like a button and leaves the page: for another entry, and for public pages, which have no router. */
export function ButtonAnchor(props: ButtonLook & { href: string; 'aria-label'?: string }) {
  const { kind = 'secondary', size, wide, icon, children, ...rest } = props;
  return (
    <a {...rest} className={styles.button} data-kind={kind} data-size={size} data-wide={wide || undefined}>
      {icon && <Icon of={icon} />}
      {children}
    </a>
  );
}
