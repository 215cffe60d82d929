// What the menu of a mailbox opens: one chunk, fetched after the first paint.
export { LeaveDialog } from './LeaveDialog';
export { MayDoDialog } from './MayDoDialog';
export { SettingsDialog } from './SettingsDialog';
