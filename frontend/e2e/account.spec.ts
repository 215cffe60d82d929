import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { codeOf, withDevice } from './authenticators';
import { newcomer } from './newcomer';
import { call, signedIn } from './session';

const signIn = (page: Page, email: string, password = 'demo-latchkey') =>
  call<{ signIn: { secondFactor: { challenge: string } | null } }>(
    page,
    'mutation($input: SignInInput!) { signIn(input: $input) { secondFactor { challenge } } }',
    { input: { email, password } },
  );

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await dialog(page).getByLabel('Name').fill(name);
  await dialog(page).getByRole('button', { name: 'Create passkey' }).click();
}

const dialog = (page: Page) => page.getByRole('dialog');
const accountMenu = (page: Page, name: string) => page.getByRole('button', { name: `Account of ${name}` });

test('name, telephone and time zone are changed, and kept', async ({ browser }) => {
  const ben = await signedIn(browser, 'ben@acme.example');
  await ben.goto('/account');
  await ben.getByLabel('Phone number').fill('12');
  await ben.getByRole('button', { name: 'Save' }).click();
  await expect(ben.getByText('This is not a phone number')).toBeVisible();
  await ben.getByLabel('Phone number').fill('+41 44 668 18 00');
  await ben.getByLabel('Time zone').selectOption('Europe/Zurich');
  await ben.getByRole('button', { name: 'Save' }).click();
  await expect(ben.getByText('Your profile was saved')).toBeVisible();
  await ben.reload();
  await expect(ben.getByLabel('Phone number')).toHaveValue(/^\+41/);
  await expect(ben.getByLabel('Time zone')).toHaveValue('Europe/Zurich');
});

test('language and look hold at once, and in the next browser too', async ({ browser }) => {
  const ben = await signedIn(browser, 'ben@acme.example');
  await ben.goto('/account/look');
  await ben.getByRole('radio', { name: 'Dark', exact: true }).check();
  await expect(ben.locator('html')).toHaveAttribute('data-theme', 'dark');
  await ben.getByLabel('Language').selectOption('Deutsch');
  await expect(ben.getByRole('heading', { name: 'Sprache und Aussehen' })).toBeVisible();

  const elsewhere = await signedIn(browser, 'ben@acme.example');
  await elsewhere.goto('/account/look');
  await expect(elsewhere.getByRole('heading', { name: 'Sprache und Aussehen' })).toBeVisible();
  await expect(elsewhere.locator('html')).toHaveAttribute('data-theme', 'dark');
  await elsewhere.getByRole('radio', { name: 'Wie das System' }).check();
  await elsewhere.getByLabel('Sprache').selectOption('English');
  await expect(elsewhere.getByRole('heading', { name: 'Language and look' })).toBeVisible();
  await elsewhere.getByLabel('Language').selectOption('As the browser asks');
});

test('a session that is ended in one browser closes Mail in the other', async ({ browser }) => {
  const here = await signedIn(browser, 'ben@acme.example');
  const there = await signedIn(browser, 'ben@acme.example');
  await there.goto('/mail');
  await expect(there.getByRole('region', { name: 'Inbox' })).toBeVisible();
  await here.goto('/account/security');
  await expect(here.getByText('this device')).toHaveCount(1);
  await here
    .getByRole('button', { name: /^End session:/ })
    .first()
    .click();
  await expect(here.getByText(/is signed out/)).toBeVisible();
  const others = here.getByRole('button', { name: 'End all others' });
  if (await others.isVisible()) await others.click();
  await expect(there).toHaveURL(/sign-in/);
  await expect(others).toBeHidden();
});

test('a new password is taken at once, and this browser goes on', async ({ browser }) => {
  const anna = await signedIn(browser, 'anna@acme.example');
  const { page, password } = await newcomer(browser, anna, 'info@acme.example', 'Petra');
  await page.goto('/account/security');
  await page.getByRole('button', { name: 'Change password' }).click();
  await dialog(page).getByLabel('Current password').fill('not it at all');
  await dialog(page).getByLabel('New password').fill('short');
  await dialog(page).getByRole('button', { name: 'Change password' }).click();
  await expect(dialog(page).getByText('Use 12 characters or more.')).toBeVisible();
  await dialog(page).getByLabel('New password').fill('five rather calm words here');
  await dialog(page).getByRole('button', { name: 'Change password' }).click();
  await expect(dialog(page).getByText('This is not your password')).toBeVisible();
  await dialog(page).getByLabel('Current password').fill(password);
  await dialog(page).getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Your password was changed')).toBeVisible();
  await page.goto('/mail');
  await expect(page.getByRole('region', { name: 'Inbox' })).toBeVisible();
});

test('several accounts are signed in at once; switching in one tab reloads the others', async ({ browser }) => {
  const page = await signedIn(browser, 'anna@acme.example');
  await signIn(page, 'ben@acme.example');
  await page.goto('/mail');
  const other = await page.context().newPage();
  await other.goto('/mail');
  await expect(accountMenu(other, 'Ben Weber')).toBeVisible();
  await accountMenu(page, 'Ben Weber').click();
  await page.getByRole('menuitem', { name: 'Anna' }).click();
  await expect(accountMenu(page, 'Anna')).toBeVisible();
  await expect(accountMenu(other, 'Anna')).toBeVisible();
  await accountMenu(page, 'Anna').click();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await expect(accountMenu(page, 'Ben Weber')).toBeVisible();
  await accountMenu(page, 'Ben Weber').click();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(/sign-in/);
  await expect(other).toHaveURL(/sign-in/);
});

test('a tab that missed the switch can do nothing as the other account', async ({ browser }) => {
  const page = await signedIn(browser, 'anna@acme.example');
  await page.goto('/account');
  await expect(page.getByLabel('Name')).toHaveValue(/Anna/);
  await signIn(page, 'ben@acme.example'); // by the API, of which the page hears nothing
  await page.getByLabel('Name').fill('Somebody else');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Another account acts in this browser now').first()).toBeVisible();
  await page.getByRole('button', { name: 'Reload' }).first().click();
  await expect(page.getByLabel('Name')).toHaveValue('Ben Weber');
});

test('an account is deleted by whoever types its address, and never signs in again', async ({ browser }) => {
  const anna = await signedIn(browser, 'anna@acme.example');
  const { page, email, password } = await newcomer(browser, anna, 'info@acme.example', 'Dora');
  await page.goto('/account');
  await page.getByRole('button', { name: 'Delete account' }).click();
  await dialog(page).getByLabel(`Type ${email} to confirm`).fill('dora');
  await dialog(page).getByRole('button', { name: 'Delete account' }).click();
  await expect(dialog(page).getByText('Nothing was deleted')).toBeVisible();
  await dialog(page).getByLabel(`Type ${email} to confirm`).fill(email);
  await dialog(page).getByRole('button', { name: 'Delete account' }).click();
  const asked = dialog(page).getByLabel(`Password of ${email}`);
  await Promise.race([asked.waitFor(), page.waitForURL(/sign-in/)]);
  if (await asked.isVisible()) {
    await asked.fill(password);
    await asked.press('Enter');
  }
  await expect(page).toHaveURL(/sign-in/);
  await page.goto('/healthz');
  await expect(signIn(page, email, password)).rejects.toThrow('UNAUTHENTICATED');
});

test('the last owner is told what stands in the way of deleting', async ({ browser }) => {
  const anna = await signedIn(browser, 'anna@acme.example');
  await anna.goto('/account');
  await expect(anna.getByText('Before that, somebody else must own')).toBeVisible();
  await expect(anna.getByRole('button', { name: 'Delete account' })).toHaveAttribute('aria-disabled', 'true');
  await anna.getByRole('link', { name: 'Acme' }).click();
  await expect(anna).toHaveURL(/manager/);
});

test('a passkey confirms in place of the password, and nothing typed is lost', async ({ browser }) => {
  const anna = await signedIn(browser, 'anna@acme.example');
  const { page, email, password, secret } = await newcomer(browser, anna, 'info@acme.example', 'Rosa');
  const device = await withDevice(page);
  await page.goto('/account/security');
  await addPasskey(page, 'Laptop in the studio');
  await dialog(page).getByLabel(`Password of ${email}`).fill(password);
  await dialog(page).getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('Laptop in the studio', { exact: true })).toBeVisible();
  expect(await device.count()).toBe(1);

  await page.getByRole('button', { name: 'More for Laptop in the studio' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await dialog(page).getByLabel('Name').fill('Laptop at home');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Laptop at home', { exact: true })).toBeVisible();

  // A new session has proved nothing beyond its sign-in.
  const { signIn: begun } = await signIn(page, email, password);
  await call(page, 'mutation($input: VerifySecondFactorInput!) { verifySecondFactor(input: $input) { __typename } }', {
    input: { challenge: begun.secondFactor?.challenge, proof: { code: codeOf(secret, 1) } },
  });
  await page.reload();
  await page.getByRole('button', { name: 'Make new ones' }).click();
  await dialog(page).getByRole('button', { name: 'Make new ones' }).click();
  await device.verifies(false);
  await dialog(page).getByRole('button', { name: 'Use a passkey instead' }).click();
  await expect(dialog(page).getByText('No passkey was used')).toBeVisible();
  await device.verifies(true);
  await dialog(page).getByRole('button', { name: 'Use a passkey instead' }).click();
  await expect(dialog(page).getByRole('listitem')).toHaveCount(8);
  await dialog(page).getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('8 of 8 left')).toBeVisible();
});

test('nothing on the pages of the account is out of reach', async ({ browser }) => {
  const anna = await signedIn(browser, 'anna@acme.example');
  for (const path of ['/account', '/account/security', '/account/look']) {
    await anna.goto(path);
    await expect(anna.getByRole('heading', { level: 1 })).toBeVisible();
    expect((await new AxeBuilder({ page: anna }).setLegacyMode(true).analyze()).violations).toEqual([]);
  }
  await accountMenu(anna, 'Anna').click();
  await expect(anna.getByRole('menu')).toBeVisible();
  const menu = new AxeBuilder({ page: anna }).include('[role="menu"]').disableRules('region').setLegacyMode(true);
  expect((await menu.analyze()).violations).toEqual([]);
});
