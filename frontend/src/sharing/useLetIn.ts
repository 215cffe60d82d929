import UserRoundX from 'lucide-react/icons/user-round-x';
import type { Dispatch } from 'react';
import { asRefusal } from '../api/refusal';
import { useTranslation } from '../i18n/translation';
import { showToast } from '../ui/toast';
import { endInstant } from './endDate';
import type { InviteEvent, InviteState } from './inviteState';
import { SHARING } from './news';
import { useCreateInvitation } from './useCreateInvitation';
import { useGrantAccess } from './useGrantAccess';
import { useRevokeGrant } from './useRevokeGrant';
import { useSharingRefusal } from './useSharingRefusal';

interface LetIn {
  mailbox: { id: string; address: string };
  state: InviteState;
  dispatch: Dispatch<InviteEvent>;
  onDone: () => void;
}

/** The dialog's act: a member gets access at once, for somebody new a link is made. A refusal goes where it belongs. */
export function useLetIn({ mailbox, state, dispatch, onDone }: LetIn) {
  const { t } = useTranslation();
  const say = useSharingRefusal();
  const [grantAccess, granting] = useGrantAccess();
  const [createInvitation, creating] = useCreateInvitation();
  const [revoke] = useRevokeGrant({ mailboxId: mailbox.id });
  const { member, email, permissions, until, secondFactor } = state;

  const takeBack = async (grant: string, name: string) => {
    try {
      await revoke(grant);
      await showToast({
        id: SHARING,
        text: t('sharing.revoked', { name, address: mailbox.address }),
        icon: UserRoundX,
      });
    } catch (thrown) {
      await showToast({ id: SHARING, text: say(asRefusal(thrown)) });
    }
  };

  const add = async (user: string) => {
    const grant = await grantAccess({
      mailbox: mailbox.id,
      user,
      permissions: [...permissions],
      expiresAt: endInstant(until),
      requiresSecondFactor: secondFactor,
    });
    onDone();
    const { name } = grant.user;
    await showToast({
      id: SHARING,
      text: t('sharing.added', { name, address: mailbox.address }),
      action: { label: t('ui.undo'), onSelect: () => void takeBack(grant.id, name) },
    });
  };

  const invite = async () => {
    const made = await createInvitation({
      mailbox: mailbox.id,
      permissions: [...permissions],
      grantExpiresAt: endInstant(until),
      requiresSecondFactor: secondFactor,
      ...(email.trim() !== '' && { email: email.trim(), bound: state.bound }),
    });
    dispatch({ type: 'made', made });
  };

  const letIn = async () => {
    try {
      if (state.kind === 'member' && member) await add(member.id);
      else await invite();
    } catch (thrown) {
      dispatch({ type: 'refused', refusal: asRefusal(thrown) });
    }
  };
  return { letIn, busy: granting || creating };
}
