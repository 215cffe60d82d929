import type { LucideIcon } from 'lucide-react';
import Eye from 'lucide-react/icons/eye';
import FolderInput from 'lucide-react/icons/folder-input';
import PenLine from 'lucide-react/icons/pen-line';
import SendHorizontal from 'lucide-react/icons/send-horizontal';
import Settings2 from 'lucide-react/icons/settings-2';
import Trash2 from 'lucide-react/icons/trash';
import type { Given } from '../ui/PermissionToggle';
import { type Permission, permissionGroups, permissions } from './permissions';

export type Tile = 'READ' | 'ORGANIZE' | 'DELETE' | 'DRAFT' | 'SEND' | 'SETTINGS';

/** The six tiles of a row, and the atoms that each stands for. */
export const tiles: Record<Tile, { icon: LucideIcon; atoms: readonly Permission[] }> = {
  READ: { icon: Eye, atoms: ['READ'] },
  ORGANIZE: { icon: FolderInput, atoms: ['ORGANIZE'] },
  DELETE: { icon: Trash2, atoms: ['DELETE'] },
  DRAFT: { icon: PenLine, atoms: ['DRAFT'] },
  SEND: { icon: SendHorizontal, atoms: ['SEND_ON_BEHALF', 'SEND_AS'] },
  SETTINGS: {
    icon: Settings2,
    atoms: [...permissionGroups.SETTINGS, ...permissionGroups.OVERSIGHT, ...permissionGroups.SENSITIVE],
  },
};

export const tileNames = Object.keys(tiles) as Tile[];

/** How a tile is drawn. Either way of sending is sending; of the settings, all or some. */
export function givenOf(tile: Tile, held: readonly Permission[]): Given {
  const { atoms } = tiles[tile];
  const count = atoms.filter((atom) => held.includes(atom)).length;
  if (count === 0) return 'not';
  return tile === 'SEND' || count === atoms.length ? 'given' : 'partly';
}

/** A set with one atom given or taken. */
export function withAtom(held: readonly Permission[], atom: Permission, given: boolean): Permission[] {
  return permissions.filter((permission) => (permission === atom ? given : held.includes(permission)));
}

/** What may be asked for of a set: without what its giver doesn't hold. */
export const within = (asked: readonly Permission[], held: readonly Permission[]): Permission[] =>
  asked.filter((permission) => held.includes(permission));

export const isSameSet = (one: readonly Permission[], other: readonly Permission[]): boolean =>
  one.length === other.length && one.every((permission) => other.includes(permission));

export interface AccessTilesProps {
  /** Whose permissions these are. */
  name: string;
  address: string;
  organization: string;
  permissions: readonly Permission[];
  /** What the viewer may give on. */
  givable: readonly Permission[];
  /** Why nothing can be changed here, in a sentence. */
  disabledReason: string | null;
  onChange: (permissions: Permission[]) => void;
}
