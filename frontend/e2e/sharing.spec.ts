import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { accept, inviteTo, signedIn, withdrawInvitations } from './session';

const password = 'demo-latchkey';
const address = 'support@acme.example';

/** Signs in as Anna and opens the users of an address, by the way a person takes. */
async function openUsers(page: Page, of = address): Promise<void> {
  await page.goto('/sign-in?return=/manager');
  await page.getByLabel('E-mail address').fill('anna@acme.example');
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('link', { name: of }).click();
  await expect(page.getByRole('heading', { name: of, level: 1 })).toBeVisible();
}

/** Does what is sensitive, and proves the password if it is asked for. */
async function proving(page: Page, act: () => Promise<void>, done: () => Promise<void>): Promise<void> {
  await act();
  const asked = page.getByLabel('Password of anna@acme.example');
  await Promise.race([asked.waitFor(), done()]).catch(() => undefined);
  if (await asked.isVisible()) {
    await asked.fill(password);
    await asked.press('Enter');
  }
  await done();
}

const users = (page: Page) => page.getByRole('table', { name: /^Users of/ });
const rowOf = (page: Page, name: string) => users(page).getByRole('row').filter({ hasText: name });

async function addBen(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Invite to|^Confirm/ });
  await dialog.getByRole('radio', { name: 'Member of Acme' }).check();
  await dialog.getByRole('combobox', { name: 'Who is it?' }).fill('ben');
  await dialog.getByRole('option', { name: /Ben Weber/ }).click();
  await dialog.getByRole('button', { name: 'Next' }).click();
  await proving(
    page,
    () => dialog.getByRole('button', { name: 'Give access' }).click(),
    () => expect(rowOf(page, 'Ben Weber')).toBeVisible(),
  );
}

async function revokeBen(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More for Ben Weber' }).click();
  await proving(
    page,
    () => page.getByRole('menuitem', { name: 'Revoke access' }).click(),
    () => expect(rowOf(page, 'Ben Weber')).toBeHidden(),
  );
}

test('a member of the organization gets access at once, and loses it at once', async ({ page }) => {
  await openUsers(page);
  await addBen(page);
  await expect(page.getByText(`Ben Weber can now open ${address}`)).toBeVisible();
  await revokeBen(page);
  await expect(page.getByText(`Ben Weber can no longer open ${address}`)).toBeVisible();
});

test('taking back offers to give again, with the same choices', async ({ page }) => {
  await openUsers(page);
  await addBen(page);
  await revokeBen(page);
  await page.getByRole('button', { name: 'Give access again' }).click();
  await expect(page.getByRole('radio', { name: 'Assistant' })).toBeChecked();
  await page.getByRole('button', { name: 'Give access', exact: true }).click();
  await expect(rowOf(page, 'Ben Weber')).toBeVisible();
  await revokeBen(page);
});

test('a tile changes a permission with a click, and Undo gives it back', async ({ page }) => {
  await openUsers(page);
  await addBen(page);
  const ben = rowOf(page, 'Ben Weber');
  await ben.getByRole('button', { name: 'Delete: given' }).click();
  await expect(ben.getByRole('button', { name: 'Delete: not given' })).toHaveAttribute('aria-pressed', 'false');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(ben.getByRole('button', { name: 'Delete: given' })).toHaveAttribute('aria-pressed', 'true');
  await ben.getByRole('button', { name: /^Send:/ }).click();
  await page.getByRole('checkbox', { name: 'Send as support@' }).check();
  await page.keyboard.press('Escape');
  await expect(ben.getByRole('button', { name: /^Send:/ })).toBeFocused();
  await page.reload();
  await expect(ben.getByRole('button', { name: /^Send:/ })).toHaveAttribute('aria-description', /Send as support@/);
  await revokeBen(page);
});

test('nothing that was chosen is lost when the password is asked for', async ({ page }) => {
  await openUsers(page);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('radio', { name: 'New user' }).check();
  await page.getByLabel('E-mail address').fill('paul@other.example');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Fine-tune' }).click();
  await page.getByRole('checkbox', { name: 'Signatures' }).check();
  await page.getByRole('button', { name: 'Create link' }).click();
  await page.getByLabel('Password of anna@acme.example').fill('not it');
  await page.getByRole('button', { name: 'Confirm and create link' }).click();
  await expect(page.getByText('This is not your password')).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('checkbox', { name: 'Signatures' })).toBeChecked();
  await expect(page.getByText(/paul@other.example will be able to .* change its signatures/)).toBeVisible();
});

test('a link is made, sent by e-mail in a language, listed as pending, and withdrawn', async ({ page }) => {
  await openUsers(page);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('radio', { name: 'New user' }).check();
  await page.getByLabel('E-mail address').fill('chloe@studio.example');
  await page.getByRole('button', { name: 'Next' }).click();
  await proving(
    page,
    () => page.getByRole('button', { name: 'Create link' }).click(),
    () => expect(page.getByText('The link is ready')).toBeVisible(),
  );
  await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(/\/iw\/\S+$/);
  await page.getByRole('button', { name: 'Write it' }).click();
  await page.getByLabel('Language').selectOption('Français');
  await page.getByLabel('Note').fill('À bientôt !');
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('À bientôt !');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(rowOf(page, 'chloe@studio.example')).toContainText('Link sent by e-mail');
  await expect(rowOf(page, 'chloe@studio.example')).toContainText('Pending, 30 days');
  await page.getByRole('button', { name: 'More for chloe@studio.example' }).click();
  await page.getByRole('menuitem', { name: 'Withdraw invitation' }).click();
  await expect(rowOf(page, 'chloe@studio.example')).toBeHidden();
});

test('who has access already is pointed out before anything is sent', async ({ page }) => {
  await openUsers(page, 'info@acme.example');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('combobox', { name: 'Who is it?' }).fill('ben');
  await expect(page.getByRole('option', { name: /Ben Weber/ })).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByRole('option', { name: /Ben Weber/ })).toContainText('already has access');
});

test('an address that somebody signs in with says why it can’t be shared', async ({ page }) => {
  await openUsers(page, 'anna@acme.example');
  await expect(page.getByRole('button', { name: 'Add', exact: true })).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText('This address can’t be shared.')).toBeVisible();
});

test('an organization without a mail service is no dead end', async ({ page }) => {
  await page.goto('/sign-in?return=/manager');
  await page.getByLabel('E-mail address').fill('ben@acme.example');
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'This organization has no mail service yet' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'Go to Mail' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the users of an address and the dialog are accessible, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openUsers(page, 'info@acme.example');
    await expect(rowOf(page, 'Ben Weber')).toBeVisible();
    await expectNoFindings(page);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('radio', { name: 'New user' }).check();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Fine-tune' }).click();
    await expectNoFindings(page);
  });
}

test('at 320 pixels nothing is wider than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openUsers(page, 'info@acme.example');
  await expect(rowOf(page, 'Ben Weber')).toBeVisible();
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Next' })).toBeInViewport();
  expect(await overflow()).toBeLessThanOrEqual(0);
});

test('arrow keys walk the tiles of a row', async ({ page }) => {
  await openUsers(page, 'info@acme.example');
  const ben = rowOf(page, 'Ben Weber');
  await ben.getByRole('button', { name: /^Read:/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(ben.getByRole('button', { name: /^Organize:/ })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(ben.getByRole('button', { name: /^Read:/ })).toBeFocused();
});

async function expectNoFindings(page: Page): Promise<void> {
  await page.waitForTimeout(300); // colours in transition have no contrast yet
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

test('an accepted invitation turns into a person in the open table, with no refresh', async ({ browser, page }) => {
  await openUsers(page);
  await withdrawInvitations(page, address);
  const token = await inviteTo(page, address, ['READ']);
  await expect(rowOf(page, 'Link without a name')).toBeVisible();
  const chloe = await signedIn(browser, 'chloe@studio.example');
  await accept(chloe, token);
  await expect(rowOf(page, 'Chloé Martin')).toBeVisible();
  await expect(rowOf(page, 'Link without a name')).toBeHidden();
});
