import { useShortcuts } from '../../ui/shortcuts';
import { type Command, keys } from './keys';

/** What can be done now. A command that is absent leaves its key to the browser. */
export type Commands = Partial<Record<Command, (() => void) | undefined>>;

/** Gives the commands their keys. */
export function useCommands(commands: Commands): void {
  const byKey: Record<string, (() => void) | undefined> = {};
  for (const [command, key] of Object.entries(keys)) byKey[key] = commands[command as Command];
  useShortcuts(byKey);
}
