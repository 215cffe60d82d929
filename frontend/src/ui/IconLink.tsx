import { Link } from 'wouter';
import { Icon } from './Icon';
import type { IconButtonLook } from './IconButton';
import styles from './IconButton.module.css';
import { tip } from './tip';

/** An icon button's look, for what goes somewhere. */
export function IconLink(props: IconButtonLook & { href: string; download?: string | true; onClick?: () => void }) {
  const { label, icon, children, size, shortcut, href, download, onClick } = props;
  const look = {
    ...tip(shortcut ? `${label} (${shortcut})` : label),
    href,
    className: styles.button,
    'data-size': size,
    'aria-label': label,
    onClick,
  };
  const content = icon ? <Icon of={icon} /> : children;
  return download ? (
    <a {...look} download={download === true ? '' : download}>
      {content}
    </a>
  ) : (
    <Link {...look}>{content}</Link>
  );
}
