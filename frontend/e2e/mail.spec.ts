import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test, type WebSocketRoute } from '@playwright/test';
import { accept, call, deliver, inviteTo, signedIn, stepUp } from './session';

const INFO = 'info@acme.example';

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).setLegacyMode(true).exclude('iframe').analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
const list = (page: Page) => page.getByRole('region', { name: 'Messages' });
const row = (page: Page, name: RegExp) => list(page).getByRole('link', { name });
const body = (page: Page) => page.frameLocator('iframe').locator('body');

test('the address bar holds what is open, and back leads back', async ({ browser }) => {
  const page = await signedIn(browser, 'anna@acme.example');
  await page.goto(`/mail/${INFO}`);
  await row(page, /Jonas Kraft/).click();
  await expect(page).toHaveURL(new RegExp(`/mail/${INFO}/inbox/.+`));
  await expect(page.getByRole('heading', { name: 'green roof' })).toBeVisible();
  await expect(body(page)).toContainText('sedum trays');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'green roof' })).toBeVisible();
  await page.goBack();
  await expect(page.getByText('No message open')).toBeVisible();
  await page.getByRole('link', { name: 'Archive' }).click();
  await expect(page).toHaveURL(`/mail/${INFO}/archive`);
});

test('opening a message reads it, and it can be marked as unread again', async ({ browser }) => {
  const page = await signedIn(browser, 'anna@acme.example');
  const subject = `Read me ${Date.now()}`;
  await deliver(INFO, subject);
  await page.goto(`/mail/${INFO}`);
  const unread = row(page, new RegExp(`^Unread.*${subject}`));
  await unread.click();
  await expect(unread).toBeHidden();
  await expect(row(page, new RegExp(subject))).toBeVisible();
  await page.getByRole('button', { name: 'Mark as unread' }).click();
  await expect(page.getByText('No message open')).toBeVisible();
  await expect(unread).toBeVisible();
});

test('keys choose, archive and undo', async ({ browser }) => {
  const page = await signedIn(browser, 'anna@acme.example');
  await page.goto(`/mail/${INFO}`);
  const first = list(page).getByRole('link').first();
  await expect(first).toBeVisible();
  const name = (await first.textContent()) ?? '';
  await page.keyboard.press('j');
  await expect(first).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByRole('region', { name: '1 selected' })).toBeVisible();
  await page.keyboard.press('e');
  await expect(page.getByText('Archived', { exact: true })).toBeVisible();
  await expect(list(page).getByRole('link').first()).not.toHaveText(name);
  await page.keyboard.press('z');
  await expect(list(page).getByRole('link').first()).toHaveText(name);
});

test('search finds words of a message in every folder', async ({ browser }) => {
  const page = await signedIn(browser, 'anna@acme.example');
  await page.goto(`/mail/${INFO}`);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('searchbox', { name: 'Search this mailbox' }).fill('sedum');
  await expect(row(page, /Jonas Kraft/)).toBeVisible();
  await expect(page).toHaveURL(/\/search\?q=sedum/);
  await page.getByRole('searchbox').fill('nobody wrote these words');
  await expect(page.getByRole('heading', { name: /Nothing found/ })).toBeVisible();
});

test('remote images are loaded only when asked for', async ({ browser }) => {
  const page = await signedIn(browser, 'anna@acme.example');
  await page.goto(`/mail/${INFO}`);
  await row(page, /Seed & Soil Weekly/).click();
  await expect(page.getByText('Remote images were not loaded')).toBeVisible();
  const asked = page.waitForRequest(/\/mail\/body\/.*images=1/);
  await page.getByRole('button', { name: 'Load images' }).click();
  await asked;
  await expect(page.getByText('Remote images were not loaded')).toBeHidden();
});

test('mail that arrives by SMTP appears at once, and moves nothing that is pointed at', async ({ browser }) => {
  const page = await signedIn(browser, 'anna@acme.example');
  await page.goto(`/mail/${INFO}`);
  const pointedAt = row(page, /Jonas Kraft/);
  await pointedAt.hover();
  const before = await pointedAt.boundingBox();
  const subject = `Live ${Date.now()}`;
  await deliver(INFO, subject);
  await expect(page.getByRole('button', { name: '1 new above' })).toBeVisible();
  expect((await pointedAt.boundingBox())?.y).toBe(before?.y);
  await page.getByRole('button', { name: '1 new above' }).click();
  await expect(row(page, new RegExp(subject))).toBeInViewport();
});

test('a guest sees a mailbox come, follows its rights, and loses it, with no refresh', async ({ browser }) => {
  const anna = await signedIn(browser, 'anna@acme.example');
  const chloe = await signedIn(browser, 'chloe@studio.example');
  await chloe.goto('/mail');
  await expect(chloe.getByRole('button', { name: /hello@studio\.example/ }).first()).toBeVisible();

  const grant = await accept(chloe, await inviteTo(anna, INFO, ['READ', 'ORGANIZE', 'DELETE']));

  await expect(chloe.getByText(`Anna gave you ${INFO}`)).toBeVisible();
  await chloe.keyboard.press('g');
  await chloe.keyboard.press('m');
  await chloe.getByRole('option', { name: new RegExp(INFO) }).click();
  await row(chloe, /Jonas Kraft/).click();
  await expect(chloe.getByRole('button', { name: 'Archive' })).toBeEnabled();

  await call(anna, 'mutation($input: UpdateGrantInput!) { updateGrant(input: $input) { grant { id } } }', {
    input: { grant, permissions: ['READ'] },
  });
  await expect(chloe.getByRole('button', { name: 'Archive' })).toHaveAttribute('aria-disabled', 'true');
  await expect(chloe.getByRole('button', { name: 'Archive' })).toHaveAccessibleDescription(/doesn’t include/);

  await call(anna, 'mutation($input: RevokeGrantInput!) { revokeGrant(input: $input) { revokedGrantId } }', {
    input: { grant },
  });
  await expect(chloe.getByRole('heading', { name: `You can no longer open ${INFO}` })).toBeVisible();
  await expect(chloe.getByText(/Anna took back your access today at/)).toBeVisible();
  await expect(chloe.getByText('green roof')).toBeHidden();
  expect(await violations(chloe)).toEqual([]);
  await chloe.getByRole('link', { name: 'Go to another mailbox' }).click();
  await expect(chloe).toHaveURL(/hello@studio\.example/);
});

test('inviting starts from ⋮ beside the address, and from its settings', async ({ browser }) => {
  const page = await signedIn(browser, 'anna@acme.example');
  await page.goto(`/mail/${INFO}`);
  await page.getByRole('button', { name: `More for ${INFO}` }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  const settings = page.getByRole('dialog', { name: `Settings of ${INFO}` });
  await settings.getByRole('button', { name: 'Invite a user' }).click();
  await expect(page.getByRole('dialog', { name: new RegExp(INFO) })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.goto('/mail/anna@acme.example');
  await page.getByRole('button', { name: 'More for anna@acme.example' }).click();
  const invite = page.getByRole('menuitem', { name: 'Invite a user' });
  await expect(invite).toHaveAttribute('aria-disabled', 'true');
  await expect(invite).toHaveAccessibleDescription(/signs? in/);
});

test('everything is found by its name', async ({ browser }) => {
  const page = await signedIn(browser, 'anna@acme.example');
  await page.goto(`/mail/${INFO}`);
  await expect(row(page, /Jonas Kraft/)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill('supp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/support@acme\.example/);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`Mail can be used by everybody (${colorScheme})`, async ({ browser }) => {
    const page = await signedIn(browser, 'anna@acme.example', { colorScheme });
    await page.goto(`/mail/${INFO}`);
    await row(page, /Holger/).click();
    await expect(body(page).last()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await expect(page.getByRole('listbox', { name: 'Addresses' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test('a phone shows one pane at a time', async ({ browser }) => {
  const viewport = { width: 390, height: 844 };
  const page = await signedIn(browser, 'anna@acme.example', { viewport, hasTouch: true, isMobile: true });
  await page.goto(`/mail/${INFO}`);
  await row(page, /Seed & Soil Weekly/).click();
  await expect(list(page)).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
  await page.getByRole('link', { name: 'Back to Inbox' }).click();
  await expect(list(page)).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('after a lost connection nothing is missed, and a quiet bar says so meanwhile', async ({ browser }) => {
  const page = await signedIn(browser, 'anna@acme.example');
  const sockets: WebSocketRoute[] = [];
  let cut = false;
  await page.routeWebSocket(/graphql/, async (socket) => {
    if (cut) return socket.close({ code: 1001 });
    sockets.push(socket);
    socket.connectToServer();
  });
  await page.goto(`/mail/${INFO}`);
  await expect(row(page, /Jonas Kraft/)).toBeVisible();
  await expect.poll(() => sockets.length).toBeGreaterThan(0);
  const subject = `Before ${Date.now()}`;
  await deliver(INFO, subject);
  await expect(row(page, new RegExp(subject))).toBeVisible(); // the subscriptions stand

  cut = true;
  for (const socket of sockets) await socket.close({ code: 1001 });
  await expect(page.getByText(/^No connection since/)).toBeVisible();
  const missed = `Meanwhile ${Date.now()}`;
  await deliver(INFO, missed);
  cut = false;
  await expect(row(page, new RegExp(missed))).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/^No connection since/)).toBeHidden();
});

test('keys work though focus lies in a message', async ({ browser }) => {
  const page = await signedIn(browser, 'anna@acme.example');
  await page.goto(`/mail/${INFO}`);
  await row(page, /Jonas Kraft/).click();
  await body(page).click();
  await page.keyboard.press('u');
  await expect(page.getByText('No message open')).toBeVisible();
});

test('who leaves a mailbox is asked first, and loses it in every tab', async ({ browser }) => {
  const anna = await signedIn(browser, 'anna@acme.example');
  const ben = await signedIn(browser, 'ben@acme.example');
  await stepUp(anna);
  const address = 'billing@acme.example';
  const { viewer } = await call<{ viewer: { mailbox: { id: string } } }>(
    anna,
    `{ viewer { mailbox(address: "${address}") { id } } }`,
  );
  const { viewer: own } = await call<{ viewer: { user: { id: string } } }>(ben, '{ viewer { user { id } } }');
  await call(anna, 'mutation($input: GrantAccessInput!) { grantAccess(input: $input) { grant { id } } }', {
    input: { mailbox: viewer.mailbox.id, user: own.user.id, permissions: ['READ'] },
  });
  await ben.goto(`/mail/${address}`);
  const other = await ben.context().newPage();
  await other.goto(`/mail/${address}`);
  await expect(row(other, /TelNet/)).toBeVisible();
  await ben.bringToFront();
  await ben.getByRole('button', { name: `More for ${address}` }).click();
  await ben.getByRole('menuitem', { name: 'Leave' }).click();
  await ben.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
  await expect(ben).not.toHaveURL(new RegExp(address));
  await expect(other.getByRole('heading', { name: `You can no longer open ${address}` })).toBeVisible();
  await expect(other.getByText(/You left this mailbox today/)).toBeVisible();
});
