/** The atoms, in the order in which the API lists them. */
export const permissions = [
  'READ',
  'ORGANIZE',
  'DELETE',
  'EXPORT',
  'DRAFT',
  'SEND_ON_BEHALF',
  'SEND_AS',
  'MANAGE_FOLDERS',
  'MANAGE_SIGNATURES',
  'MANAGE_AUTO_REPLY',
  'MANAGE_RULES',
  'MANAGE_FILTERS',
  'MANAGE_SENDERS',
  'MANAGE_FORWARDING',
  'MANAGE_ALIASES',
  'MANAGE_DEVICES',
  'VIEW_ACTIVITY',
  'RESTORE',
  'SHARE',
] as const;

export type Permission = (typeof permissions)[number];

/** The groups in which people meet them. Sensitive ones keep working after the access is gone. */
export const permissionGroups = {
  MAIL: ['READ', 'ORGANIZE', 'DELETE', 'EXPORT'],
  SEND: ['DRAFT', 'SEND_ON_BEHALF', 'SEND_AS'],
  SETTINGS: [
    'MANAGE_FOLDERS',
    'MANAGE_SIGNATURES',
    'MANAGE_AUTO_REPLY',
    'MANAGE_RULES',
    'MANAGE_FILTERS',
    'MANAGE_SENDERS',
  ],
  OVERSIGHT: ['VIEW_ACTIVITY', 'RESTORE', 'SHARE'],
  SENSITIVE: ['MANAGE_FORWARDING', 'MANAGE_ALIASES', 'MANAGE_DEVICES'],
} as const satisfies Record<string, readonly Permission[]>;

/** The atoms of a list from the API; those that a newer server may know and this page doesn't are left out. */
export function knownPermissions(listed: readonly string[]): Permission[] {
  return permissions.filter((permission) => listed.includes(permission));
}
