import { graphql, useRelayEnvironment } from 'react-relay/hooks';
import type { useLeaveMailboxMutation } from '../../__generated__/useLeaveMailboxMutation.graphql';
import { purgeMailbox } from '../../api/purge';
import { useAct } from '../../api/useAct';
import { lastUsed } from '../lastUsed';

/** Gives up one's own access; nothing of the mailbox stays here. */
export function useLeaveMailbox(): [leave: (mailbox: { id: string; address: string }) => Promise<void>, busy: boolean] {
  const [act, busy] = useAct<useLeaveMailboxMutation>(mutation);
  const environment = useRelayEnvironment();
  const leave = async ({ id, address }: { id: string; address: string }) => {
    await act({ input: { mailbox: id } });
    lastUsed.forget(address);
    // After this turn, in which the page goes to another mailbox: nothing that is being wiped is drawn again.
    setTimeout(() => purgeMailbox(environment, id));
  };
  return [leave, busy];
}

const mutation = graphql`
  mutation useLeaveMailboxMutation($input: LeaveMailboxInput!) {
    leaveMailbox(input: $input) {
      leftMailboxId
    }
  }
`;
