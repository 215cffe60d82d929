import { Link } from 'wouter';
import type { ButtonLook } from './Button';
import styles from './Button.module.css';
import { Icon } from './Icon';

/** A link that looks like a button: it goes somewhere, so it can be opened in a new tab. */
export function ButtonLink(props: ButtonLook & { href: string; external?: boolean; 'aria-label'?: string }) {
  const { kind = 'secondary', size, wide, icon, children, href, external, ...rest } = props;
  const look = {
    ...rest,
    href,
    className: styles.button,
    'data-kind': kind,
    'data-size': size,
    'data-wide': wide || undefined,
  };
  const content = (
    <>
      {icon && <Icon of={icon} />}
      {children}
    </>
  );
  // A page of the other HTML entry is a real navigation.
  return external ? <a {...look}>{content}</a> : <Link {...look}>{content}</Link>;
}
