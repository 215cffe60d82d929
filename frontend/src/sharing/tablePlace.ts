import type { InviteState } from './inviteState';
import type { PresetDefinition } from './PermissionPicker';
import type { Permission } from './permissions';

/** What every row of a Users table needs to know of the table it stands in. */
export interface TablePlace {
  mailboxId: string;
  address: string;
  /** The name of the organization that owns the address. */
  organization: string;
  /** The connection that is shown; a row that leaves is taken out of it. */
  connectionId: string;
  presets: readonly PresetDefinition[];
  /** What the viewer may give on. */
  givable: readonly Permission[];
  viewer: { id: string; email: string };
  /** Opens the invite dialog with what it starts with. */
  invite: (start: Partial<InviteState>) => void;
}
