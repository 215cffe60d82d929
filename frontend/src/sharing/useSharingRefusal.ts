import type { Code, Refusal } from '../api/refusal';
import { useRefusalText } from '../api/useRefusalText';
import type { Key } from '../i18n/keys';
import { useTranslation } from '../i18n/translation';

// What happened and what helps, in the reader's language. The rest is said by the server's own sentence.
const ours: Partial<Record<Code, Key>> = {
  STEP_UP_REQUIRED: 'sharing.notConfirmed',
  ALREADY_HAS_ACCESS: 'sharing.alreadyHasAccess',
  NOT_A_MEMBER: 'sharing.notAMember',
  PERMISSION_EXCEEDS_OWN: 'sharing.exceedsOwn',
  INVITATION_INVALID: 'sharing.invitationGone',
};

/** Says why sharing was refused, and the way out. */
export function useSharingRefusal(): (refusal: Refusal) => string {
  const { t } = useTranslation();
  const say = useRefusalText();
  return (refusal) => {
    const key = ours[refusal.code];
    if (key) return t(key);
    return refusal.code === 'CONFLICT' ? refusal.message : say(refusal);
  };
}
