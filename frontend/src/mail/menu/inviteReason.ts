interface Eligibility {
  readonly allowed: boolean;
  readonly reason?: string | null;
  readonly wayOut?: string | null;
}

/** Why nobody can be invited, and what would help, as the server says it; null when one can. */
export const inviteReason = ({ allowed, reason, wayOut }: Eligibility): string | null =>
  allowed ? null : [reason, wayOut].filter(Boolean).join(' ');
