import { createConnection } from 'node:net';
import type { Browser, Page } from '@playwright/test';

type Variables = Record<string, unknown>;

/** One call of the API as the one who is signed in on this page. */
export async function call<T>(page: Page, query: string, variables: Variables = {}): Promise<T> {
  const origin = new URL(page.url() === 'about:blank' ? baseOf(page) : page.url()).origin;
  const answer = await page.context().request.post(`${origin}/graphql`, {
    headers: { origin, 'content-type': 'application/json' },
    data: { query, variables },
  });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data as T;
}

const bases = new WeakMap<Page, string>();
const baseOf = (page: Page): string => bases.get(page) ?? '';

/** A page of its own browser profile, on which somebody of the demonstration is signed in. */
export async function signedIn(browser: Browser, email: string, options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  await page.goto('/healthz'); // the sign-in page would go on by itself, in the midst of what follows
  bases.set(page, page.url());
  await call(page, 'mutation($input: SignInInput!) { signIn(input: $input) { __typename } }', {
    input: { email, password: 'demo-latchkey' },
  });
  return page;
}

/** Proves the password again, as before inviting. */
export const stepUp = (page: Page) =>
  call(page, 'mutation { confirmPassword(input: { password: "demo-latchkey" }) { __typename } }');

/** Makes a link to an address, and answers with its token. */
export async function inviteTo(owner: Page, address: string, permissions: string[]): Promise<string> {
  await stepUp(owner);
  const { viewer } = await call<{ viewer: { mailbox: { id: string } } }>(
    owner,
    'query($address: String!) { viewer { mailbox(address: $address) { id } } }',
    { address },
  );
  const { createInvitation } = await call<{ createInvitation: { link: string } }>(
    owner,
    'mutation($input: CreateInvitationInput!) { createInvitation(input: $input) { link } }',
    { input: { mailbox: viewer.mailbox.id, permissions } },
  );
  return createInvitation.link.split('/').at(-1) ?? '';
}

/** Withdraws what other tests have offered of an address and nobody took. */
export async function withdrawInvitations(owner: Page, address: string): Promise<void> {
  await stepUp(owner);
  const { viewer } = await call<{ viewer: { mailbox: { users: { edges: { node: { id?: string } }[] } } } }>(
    owner,
    `query($address: String!) { viewer { mailbox(address: $address) {
      users(first: 100) { edges { node { ... on Invitation { id } } } }
    } } }`,
    { address },
  );
  for (const { node } of viewer.mailbox.users.edges) {
    if (!node.id) continue;
    await call(owner, 'mutation($input: DeleteInvitationInput!) { deleteInvitation(input: $input) { __typename } }', {
      input: { invitation: node.id },
    });
  }
}

/** Accepts an invitation for the first organization of the guest, and answers with the id of the grant. */
export async function accept(guest: Page, token: string): Promise<string> {
  const { invitationPreview } = await call<{ invitationPreview: { organizations: { id: string }[] } }>(
    guest,
    'query($token: String!) { invitationPreview(token: $token) { organizations { id } } }',
    { token },
  );
  const { acceptInvitation } = await call<{ acceptInvitation: { grant: { id: string } } }>(
    guest,
    'mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { grant { id } } }',
    { input: { token, organization: invitationPreview.organizations[0]?.id } },
  );
  return acceptInvitation.grant.id;
}

/** Sends a plain message by SMTP, as any client would. */
export async function deliver(
  to: string,
  subject: string,
  port = Number(process.env.SMTP_PORT ?? 2597),
): Promise<void> {
  const message = [
    'From: Zoe Lindgren <zoe@lindgren.example>',
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${Date.now()}.${Math.random()}@lindgren.example>`,
    `Date: ${new Date().toUTCString()}`,
    '',
    'Good morning.',
    '.',
  ].join('\r\n');
  const lines = [
    'EHLO lindgren.example',
    'MAIL FROM:<zoe@lindgren.example>',
    `RCPT TO:<${to}>`,
    'DATA',
    message,
    'QUIT',
  ];
  await new Promise<void>((resolve, reject) => {
    const socket = createConnection(port, 'localhost');
    socket.on('error', reject);
    socket.on('close', () => resolve());
    socket.on('data', (chunk) => {
      const last = String(chunk).trimEnd().split('\r\n').at(-1) ?? '';
      if (/^[45]/.test(last)) reject(new Error(last));
      const next = /^\d{3}( |$)/.test(last) && lines.shift();
      if (next) socket.write(`${next}\r\n`);
    });
  });
}
