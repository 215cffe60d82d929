import { call } from '../api/post';

/** Somebody who is signed in within this browser: `accounts { active user { id name email } }`. */
export interface Account {
  /** Whether it is the one who acts. */
  active: boolean;
  user: { id: string; name: string; email: string };
}

const SWITCH = 'mutation ($input: SwitchAccountInput!) { switchAccount(input: $input) { viewer { user { id } } } }';

/** Another account of this browser acts from now on. NOT_FOUND: it is signed out meanwhile. */
export async function switchTo(account: Account): Promise<void> {
  if (!account.active) await call(SWITCH, { input: { user: account.user.id } });
}
