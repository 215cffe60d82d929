import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Face.module.css';
import { Icon } from './Icon';
import { initialsOf, tintOf } from './tint';

interface FaceProps {
  /** A name or an address. */
  name: string;
  /** What the tint follows from, when not the name: the same person or organization keeps one colour. */
  tintBy?: string;
  size?: 'small' | 'large';
  /** A box stands for an address or an organization, a circle for a person. */
  shape?: 'box';
}

/** Initials on a tint. The name always stands beside it, so it is hidden from screen readers. */
export function Face({ name, tintBy, size, shape }: FaceProps) {
  return (
    <span
      className={styles.face}
      data-tint={tintOf(tintBy ?? name)}
      data-size={size}
      data-shape={shape}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  );
}

/** A dashed outline with a picture: somebody who is not there yet, or a page that says why it is empty. */
export function PendingFace({ icon, size, shape }: { icon: LucideIcon; size?: 'large'; shape?: 'box' }) {
  return (
    <span className={styles.face} data-pending data-size={size} data-shape={shape} aria-hidden="true">
      <Icon of={icon} size={size} />
    </span>
  );
}

/** A few people of many; `label` says it in words. */
export function Faces({ names, total, label }: { names: readonly string[]; total: number; label: string }) {
  return (
    <span className={styles.faces}>
      {names.slice(0, 3).map((name) => (
        <Face key={name} name={name} size="small" />
      ))}
      <span className={styles.more} aria-hidden="true">
        {total}
      </span>
      <span className="spoken">{label}</span>
    </span>
  );
}

/** A face, a name, and a line under it. */
export function Person(props: { face: ReactNode; name: ReactNode; detail?: ReactNode }) {
  return (
    <div className={styles.person}>
      {props.face}
      <div>
        <span className="name">{props.name}</span>
        {props.detail && <span className={styles.detail}>{props.detail}</span>}
      </div>
    </div>
  );
}
