// The page behind an invitation's link, in each state in which somebody may find it.
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { call, inviteTo, signedIn, stepUp } from './session';

const ADDRESS = 'info@acme.example';

const accessible = async (page: Page) =>
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 });

/** Makes a link with conditions of its own. */
async function invitation(owner: Page, conditions: object): Promise<{ id: string; token: string }> {
  await stepUp(owner);
  const { viewer } = await call<{ viewer: { mailbox: { id: string } } }>(
    owner,
    'query($address: String!) { viewer { mailbox(address: $address) { id } } }',
    { address: ADDRESS },
  );
  const { createInvitation } = await call<{ createInvitation: { link: string; invitation: { id: string } } }>(
    owner,
    'mutation($input: CreateInvitationInput!) { createInvitation(input: $input) { link invitation { id } } }',
    { input: { mailbox: viewer.mailbox.id, permissions: ['READ'], ...conditions } },
  );
  return { id: createInvitation.invitation.id, token: createInvitation.link.split('/').at(-1) ?? '' };
}

const visitor = async (browser: Browser) => (await browser.newContext({ locale: 'en-GB' })).newPage();

test('opening the link accepts nothing, however often, signed in or not', async ({ browser }) => {
  const anna = await signedIn(browser, 'anna@acme.example');
  const token = await inviteTo(anna, ADDRESS, ['READ']);
  const chloe = await signedIn(browser, 'chloe@studio.example');
  for (const page of [await visitor(browser), chloe, chloe]) {
    await page.goto(`/iw/${token}`);
    await expect(heading(page, /Anna invites you to use/)).toBeVisible();
  }
  const { invitationPreview } = await call<{ invitationPreview: { state: string } }>(
    chloe,
    'query($token: String!) { invitationPreview(token: $token) { state } }',
    { token },
  );
  expect(invitationPreview.state).toBe('PENDING');
});

test('who signs in after opening the link finds the invitation waiting', async ({ browser }) => {
  const anna = await signedIn(browser, 'anna@acme.example');
  const page = await visitor(browser);
  await page.goto(`/iw/${await inviteTo(anna, ADDRESS, ['READ'])}`);
  await accessible(page);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await expect(page.getByText('Sign in to see your invitation.')).toBeVisible();
  await page.getByLabel('E-mail address').fill('chloe@studio.example');
  await page.getByRole('textbox', { name: 'Password' }).fill('demo-latchkey');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(heading(page, /Anna invites you to use/)).toBeVisible();
  await expect(page.getByText('Signed in as chloe@studio.example')).toBeVisible();
  await page.getByRole('button', { name: 'Decline' }).click();
  await expect(heading(page, 'You declined')).toBeVisible();
  await accessible(page);
  await page.reload();
  await expect(heading(page, 'This invitation is no longer valid').or(heading(page, 'You declined'))).toBeVisible();
});

test('the account is switched in place before accepting', async ({ browser }) => {
  const anna = await signedIn(browser, 'anna@acme.example');
  const token = await inviteTo(anna, ADDRESS, ['READ']);
  const page = await signedIn(browser, 'chloe@studio.example');
  await call(page, 'mutation($input: SignInInput!) { signIn(input: $input) { __typename } }', {
    input: { email: 'ben@acme.example', password: 'demo-latchkey' },
  });
  await page.goto(`/iw/${token}`);
  await expect(heading(page, `You can open ${ADDRESS} already`)).toBeVisible(); // it is shared with Ben
  await call(page, 'mutation($input: SwitchAccountInput!) { switchAccount(input: $input) { __typename } }', {
    input: { user: await idOf(page, 'chloe@studio.example') },
  });
  await page.reload();
  await expect(page.getByText('Signed in as chloe@studio.example')).toBeVisible();
  await page.getByRole('button', { name: 'Switch account' }).click();
  const accounts = page.getByRole('list', { name: 'Accounts in this browser' });
  await expect(accounts.getByRole('button')).toHaveCount(2);
  await accessible(page);
  await accounts.getByRole('button', { name: /ben@acme\.example/ }).click();
  await expect(heading(page, `You can open ${ADDRESS} already`)).toBeVisible();
});

const idOf = async (page: Page, email: string): Promise<string> => {
  const { accounts } = await call<{ accounts: { user: { id: string; email: string } }[] }>(
    page,
    '{ accounts { user { id email } } }',
  );
  return accounts.find(({ user }) => user.email === email)?.user.id ?? '';
};

test('an offer that demands a second factor leads to setting one up, and back', async ({ browser }) => {
  const anna = await signedIn(browser, 'anna@acme.example');
  const { token } = await invitation(anna, { requiresSecondFactor: true });
  const page = await signedIn(browser, 'chloe@studio.example');
  await page.goto(`/iw/${token}`);
  await expect(page.getByText('Your account needs a second factor for this mailbox.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Accept' })).toBeHidden();
  await accessible(page);
  await page.getByRole('link', { name: 'Set up a second factor' }).click();
  await expect(page).toHaveURL(`/account/security?return=${encodeURIComponent(`/iw/${token}`)}`);
});

test('an invitation to another address says so, and offers the way there', async ({ browser }) => {
  const anna = await signedIn(browser, 'anna@acme.example');
  const { token } = await invitation(anna, { email: `paul.${Date.now()}@other.example`, bound: true });
  const page = await signedIn(browser, 'chloe@studio.example');
  await page.goto(`/iw/${token}`);
  await expect(heading(page, 'This invitation is meant for another address')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Switch account' }).click();
  await page.getByRole('link', { name: 'Make a new account' }).click();
  await page.getByLabel('E-mail address').fill('somebody@studio.example');
  await page.getByRole('button', { name: 'Send the code' }).click();
  await expect(page.getByText('This invitation was made for another address.')).toBeVisible();
});

test('a link that was taken back tells a stranger nothing, and ends a sign-up that was begun', async ({ browser }) => {
  const anna = await signedIn(browser, 'anna@acme.example');
  const { id, token } = await invitation(anna, {});
  const page = await visitor(browser);
  await page.goto(`/iw/${token}/sign-up`);
  await page.getByLabel('E-mail address').fill(`late.${Date.now()}@studio.example`);
  await call(anna, 'mutation($input: DeleteInvitationInput!) { deleteInvitation(input: $input) { __typename } }', {
    input: { invitation: id },
  });
  await page.getByRole('button', { name: 'Send the code' }).click();
  await expect(heading(page, 'This invitation is no longer valid')).toBeVisible();
  await page.goto(`/iw/${token}`);
  await expect(heading(page, 'This invitation is no longer valid')).toBeVisible();
  await accessible(page);
});
