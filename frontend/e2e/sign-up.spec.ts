// The guest's way in, by hand and eye: from the link in an e-mail to the open mailbox.
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { codeOf, withDevice } from './authenticators';
import { mailedCode } from './newcomer';
import { inviteTo, signedIn } from './session';

const ADDRESS = 'info@acme.example';
const PASSWORD = 'three small birds sing';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 });
const code = (page: Page) => page.getByRole('textbox', { name: 'Code', exact: true });
const next = (page: Page) => page.getByRole('button', { name: 'Next' }).click();
const accessible = async (page: Page) =>
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
const newAddress = (name: string) => `${name}.${Date.now()}@studio.example`;

/** Opens a fresh invitation as somebody who has no account. */
async function invited(browser: Browser): Promise<Page> {
  const anna = await signedIn(browser, 'anna@acme.example');
  const token = await inviteTo(anna, ADDRESS, ['READ', 'ORGANIZE']);
  await anna.context().close();
  const context = await browser.newContext({ locale: 'en-GB', permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(`/iw/${token}`);
  await page.getByRole('link', { name: 'I’m new here' }).click();
  await expect(heading(page, 'Your e-mail address')).toBeVisible();
  return page;
}

async function provesAddress(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send the code' }).click();
  await expect(heading(page, 'Type the code')).toBeVisible();
  await code(page).fill(await mailedCode(email)); // the sixth digit sends it
  await expect(heading(page, 'Who are you?')).toBeVisible();
}

async function tellsNames(page: Page): Promise<void> {
  await page.getByLabel('First name').fill('Paul');
  await page.getByLabel('Last name').fill('Newcomer');
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await next(page);
  await expect(heading(page, 'A phone number')).toBeVisible();
}

async function tellsContact(page: Page): Promise<void> {
  await page.getByLabel('Phone number').fill('+41 79 123 45 67');
  await page.getByRole('checkbox', { name: /I accept the terms/ }).check();
  await next(page);
  await expect(heading(page, 'A second factor')).toBeVisible();
}

async function keepsCodes(page: Page): Promise<void> {
  await expect(heading(page, 'Keep these codes')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(8);
  await page.getByRole('checkbox', { name: 'I have put them in a safe place.' }).check();
  await page.getByRole('button', { name: `Open ${ADDRESS}` }).click();
  await expect(page).toHaveURL(new RegExp(`/mail/${ADDRESS}`));
}

test('a guest signs up with an authenticator app, leaves in the middle, comes back, and has the mailbox open', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const page = await invited(browser);
  await accessible(page);
  const email = newAddress('paul');

  await test.step('a wrong code says how many tries are left, the right one may be pasted', async () => {
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Send the code' }).click();
    const right = await mailedCode(email);
    await code(page).fill(right === '000000' ? '111111' : '000000');
    await expect(page.getByText('That isn’t the code of the last e-mail. 4 tries left.')).toBeVisible();
    await accessible(page);
    await page.evaluate((text) => navigator.clipboard.writeText(text), `${right.slice(0, 3)} ${right.slice(3)}`);
    await code(page).selectText();
    await page.keyboard.press('ControlOrMeta+v');
    await expect(heading(page, 'Who are you?')).toBeVisible();
  });

  await test.step('an error stands beside its field when that is left, and back keeps what was typed', async () => {
    await page.getByLabel('First name').fill('Paul');
    await page.getByRole('textbox', { name: 'Password' }).fill('short');
    await page.getByLabel('Last name').focus();
    await expect(page.getByText('Use 12 characters or more.')).toBeVisible();
    await accessible(page);
    await tellsNames(page);
    await page.getByRole('button', { name: 'Back' }).click();
    await expect(page.getByLabel('First name')).toHaveValue('Paul');
    await next(page);
    await expect(heading(page, 'A phone number')).toBeVisible();
  });

  await test.step('a number that can’t be is refused, and the terms are asked for', async () => {
    await next(page);
    await expect(page.getByText('Read and accept the terms to go on.')).toBeVisible();
    await page.getByLabel('Phone number').fill('+41 79 000');
    await page.getByRole('checkbox', { name: /I accept the terms/ }).check();
    await next(page);
    await expect(page.getByText(/This doesn’t look like a phone number/)).toBeVisible();
    await accessible(page);
  });

  await test.step('after a pause it goes on where it stood', async () => {
    await page.reload();
    await expect(heading(page, 'A phone number')).toBeVisible();
    await tellsContact(page);
    await page.reload();
    await expect(heading(page, 'A second factor')).toBeVisible();
    await accessible(page);
  });

  await test.step('the app is taught and proves it', async () => {
    await page.getByRole('radio', { name: /Authenticator app/ }).check();
    await page.getByRole('button', { name: 'Set up the app' }).click();
    await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
    const secret = await page.getByLabel('Key for your authenticator app').inputValue();
    await accessible(page);
    await code(page).fill(codeOf(secret));
  });

  await test.step('the recovery codes are shown, taken along, and confirmed', async () => {
    await expect(heading(page, 'Keep these codes')).toBeVisible();
    await accessible(page);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('latchkey-recovery-codes.txt');
    await page.getByRole('button', { name: `Open ${ADDRESS}` }).click();
    await expect(page.getByText('First put the codes in a safe place, and say so above.')).toBeVisible();
    await keepsCodes(page);
  });

  await expect(page.getByText(`Anna shared ${ADDRESS} with you. You can read`)).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('signUp')))).toEqual([]);
});

test('a guest signs up with a passkey', async ({ browser }) => {
  const page = await invited(browser);
  const device = await withDevice(page);
  await provesAddress(page, newAddress('passkey'));
  await tellsNames(page);
  await tellsContact(page);
  await page.getByRole('button', { name: 'Set up a passkey' }).click();
  await keepsCodes(page);
  expect(await device.count()).toBe(1);
});

test('who turns away from the passkey may choose again', async ({ browser }) => {
  const page = await invited(browser);
  await withDevice(page);
  await provesAddress(page, newAddress('hesitant'));
  await tellsNames(page);
  await tellsContact(page);
  await page.evaluate(() => {
    navigator.credentials.create = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await page.getByRole('button', { name: 'Set up a passkey' }).click();
  await expect(page.getByText('No passkey was made. Try again, or choose the app.')).toBeVisible();
  await page.getByRole('radio', { name: /Authenticator app/ }).check();
  await page.getByRole('button', { name: 'Set up the app' }).click();
  await expect(heading(page, 'Scan with your app')).toBeVisible();
});

test('an address that is shared can’t sign in, and the reason is said', async ({ browser }) => {
  const page = await invited(browser);
  await page.getByLabel('E-mail address').fill(ADDRESS);
  await page.getByRole('button', { name: 'Send the code' }).click();
  await expect(page.getByText(`${ADDRESS} is a mailbox that people share here`)).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toBeFocused();
});

test('an address that signs in already is not told apart, and its e-mail says how to go on', async ({ browser }) => {
  const page = await invited(browser);
  await page.getByLabel('E-mail address').fill('ben@acme.example');
  await page.getByRole('button', { name: 'Send the code' }).click();
  await expect(heading(page, 'Type the code')).toBeVisible();
  await expect(page.getByText('If you have an account already, the e-mail says so instead.')).toBeVisible();
});

test('another address can be given after the code was sent', async ({ browser }) => {
  const page = await invited(browser);
  const wrong = newAddress('slip');
  await page.getByLabel('E-mail address').fill(wrong);
  await page.getByRole('button', { name: 'Send the code' }).click();
  await expect(heading(page, 'Type the code')).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByLabel('E-mail address')).toHaveValue(wrong);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(heading(page, 'Type the code')).toBeVisible(); // nothing was sent again
  await page.getByRole('button', { name: 'Back' }).click();
  const right = newAddress('right');
  await page.getByLabel('E-mail address').fill(right);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText(right)).toBeVisible();
  await code(page).fill(await mailedCode(right));
  await expect(heading(page, 'Who are you?')).toBeVisible();
});

test('the terms and what becomes of one’s data can be read, in the version that is asked for', async ({ page }) => {
  await page.goto('/terms');
  await expect(heading(page, 'Terms of use')).toBeVisible();
  await expect(page.locator('time')).toHaveAttribute('datetime', '2026-11-01');
  await accessible(page);
  await page.getByRole('link', { name: 'Privacy' }).click();
  await expect(heading(page, 'Privacy')).toBeVisible();
  await accessible(page);
});
