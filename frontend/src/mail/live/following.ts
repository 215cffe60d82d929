// The subscriptions to mailboxes: they begin behind the cursor that was read, so nothing is missed by fetching them late.
export { FollowMailbox } from './FollowMailbox';
export { UnreadCounts } from './UnreadCounts';
