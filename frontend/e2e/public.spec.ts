import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const violations = async (page: Page) => (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations;

test('signing in asks for what is missing, refuses what is wrong, and leads back', async ({ page }) => {
  await page.goto('/mail');
  await expect(page).toHaveURL(/\/sign-in\?return=/);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('E-mail address')).toBeFocused();
  await expect(page.getByText('Type your password.')).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByLabel('E-mail address').fill('anna@acme.example');
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('Address and password don’t match.');

  await page.getByLabel('Password', { exact: true }).fill('demo-latchkey');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/mail/);
  await expect(page.getByRole('button', { name: 'Account of Anna' })).toBeVisible();
});

test('an unknown invitation is a sentence and a next step', async ({ page }) => {
  await page.goto('/iw/nobody-ever-made-this-one');
  await expect(page.getByRole('heading', { name: 'This invitation is no longer valid' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Go to Mail' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('a server that is set up is not set up again', async ({ page }) => {
  await page.goto('/setup');
  await expect(page.getByRole('heading', { name: 'This server is set up' })).toBeVisible();
});

test('public pages speak the reader’s language', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(page.getByRole('heading', { name: 'Se connecter' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
});
