import { Link } from 'wouter';
import { Icon } from './Icon';
import type { IconButtonLook } from './IconButton';
import styles from './IconButton.module.css';
import { tip } from './tip';

interface IconLinkProps extends IconButtonLook {
  href: string;
  /** Kept as a file, under this name. */
  download?: string | true;
  /** Shown beside this page, not in its place. */
  newTab?: boolean;
  onClick?: () => void;
}

/** An icon button's look, for what goes somewhere. */
export function IconLink(props: IconLinkProps) {
  const { label, icon, children, size, shortcut, href, download, newTab, onClick } = props;
  const look = {
    ...tip(shortcut ? `${label} (${shortcut})` : label),
    href,
    className: styles.button,
    'data-size': size,
    'aria-label': label,
    onClick,
  };
  const content = icon ? <Icon of={icon} /> : children;
  if (newTab) {
    return (
      <a {...look} target="_blank" rel="noreferrer">
        {content}
      </a>
    );
  }
  return download ? (
    <a {...look} download={download === true ? '' : download}>
      {content}
    </a>
  ) : (
    <Link {...look}>{content}</Link>
  );
}
