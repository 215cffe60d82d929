import type { Permission } from './permissions';

/** What access comes to, as both grants and invitations hold it. */
export interface Terms {
  permissions: readonly Permission[];
  /** Until when the access lasts, RFC 3339; null: until taken back. */
  expiresAt: string | null;
  /** Whether it sleeps while its user has no second factor. */
  requiresSecondFactor: boolean;
}
