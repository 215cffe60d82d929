import type { LucideIcon } from 'lucide-react';

export interface IconProps {
  of: LucideIcon;
  size?: 'large';
  filled?: boolean;
}

/** A picture beside words, never instead of them: whatever holds it has a name of its own. */
export function Icon({ of: Drawing, size, filled }: IconProps) {
  return <Drawing className="icon" aria-hidden data-size={size} data-fill={filled || undefined} />;
}
