import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { newcomer } from './newcomer';
import { call, signedIn, stepUp } from './session';

const ADDRESS = 'support@acme.example';
const users = (page: Page) => page.getByRole('table', { name: /^Users of/ });

test('an organization that demands a second factor says of how many, and of its owner first', async ({ browser }) => {
  const anna = await signedIn(browser, 'anna@acme.example');
  await stepUp(anna);
  await anna.goto('/manager');
  await anna.getByRole('link', { name: 'Security' }).click();
  await expect(anna.getByRole('heading', { name: 'Security', level: 1 })).toBeVisible();
  await expect(anna.getByText(/\d+ members? ha(s|ve) none and would lose access/)).toBeVisible();
  await anna.getByRole('switch', { name: 'Demand it of members' }).click();
  await expect(anna.getByText('You need a second factor yourself')).toBeVisible();
  await expect(anna.getByRole('switch', { name: 'Demand it of members' })).not.toBeChecked();
  expect((await new AxeBuilder({ page: anna }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await anna.getByRole('link', { name: 'Set one up' }).click();
  await expect(anna).toHaveURL('/account/security');
});

test('a second factor is demanded of one person, and undone', async ({ browser }) => {
  test.setTimeout(120_000);
  const anna = await signedIn(browser, 'anna@acme.example');
  const guest = await newcomer(browser, anna, ADDRESS, 'Gila');
  await stepUp(anna);
  await anna.goto('/manager');
  await anna.getByRole('link', { name: ADDRESS }).click();
  const row = users(anna).getByRole('row').filter({ hasText: guest.email });
  await expect(row).toContainText('2FA');
  await row.getByRole('button', { name: /^More for/ }).click();
  await anna.getByRole('menuitemcheckbox', { name: 'Demand a second factor' }).click();
  await expect(anna.getByText(`now needs a second factor for ${ADDRESS}`)).toBeVisible();
  await expect(row).toContainText('Active');

  await call(guest.page, 'mutation($input: ConfirmPasswordInput!) { confirmPassword(input: $input) { __typename } }', {
    input: { password: guest.password },
  });
  await call(guest.page, 'mutation { removeAuthenticator { __typename } }');
  await expect(row).toContainText('Needs second factor');
  await guest.page.goto('/mail');
  await expect(guest.page.getByText(`${ADDRESS} waits for a second factor of yours.`)).toBeVisible();
  await anna.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toContainText('Active');
});

test('who owns an organization and has a second factor may demand one of its guests', async ({ browser }) => {
  test.setTimeout(120_000);
  const anna = await signedIn(browser, 'anna@acme.example');
  const { page, password } = await newcomer(browser, anna, ADDRESS, 'Olga');
  await page.goto('/manager');
  await page.getByRole('link', { name: 'Security' }).click();
  const guests = page.getByRole('switch', { name: 'Demand it of guests' });
  await guests.click();
  await page.getByLabel(/^Password/).fill(password);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Confirm/ })
    .click();
  await expect(guests).toBeChecked();
  await page.reload();
  await expect(guests).toBeChecked();
});
