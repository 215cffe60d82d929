import type { Key } from '../i18n/keys';
import { useTranslation } from '../i18n/translation';
import type { Code, Refusal } from './refusal';

// The rest say what the server's own sentence says best: it knows the particulars.
const ours: Partial<Record<Code, Key>> = {
  OFFLINE: 'errors.offline',
  OTHER_ACCOUNT: 'errors.otherAccount',
  INTERNAL: 'errors.internal',
  UNAVAILABLE: 'errors.unavailable',
  NOT_FOUND: 'errors.notFound',
  RATE_LIMITED: 'errors.rateLimited',
  CONFLICT: 'errors.conflict',
};

/** Says a refusal in the reader's language where the interface knows how, else with the server's sentence. */
export function useRefusalText(): (refusal: Refusal) => string {
  const { t } = useTranslation();
  return (refusal) => {
    const key = ours[refusal.code];
    return key ? t(key, { minutes: Math.max(1, Math.ceil((refusal.retryAfter ?? 60) / 60)) }) : refusal.message;
  };
}
