import { call } from '../api/post';
import { href } from '../href';

const ACCEPT = `mutation ($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) { mailbox { address } }
}`;

/** Tells Mail that it is opened for the first time with this address, so that it says who shared it and what may be done. */
const WELCOME = 'latchkey.welcome';

/** Accepts an invitation and opens its mailbox. An organization may be left out where there is only one. */
export async function accept(token: string, organization: string | null = null): Promise<void> {
  const { acceptInvitation } = await call<{ acceptInvitation: { mailbox: { address: string } } }>(ACCEPT, {
    input: { token, organization },
  });
  const { address } = acceptInvitation.mailbox;
  sessionStorage.setItem(WELCOME, address);
  location.assign(href.mailbox({ address }));
}
