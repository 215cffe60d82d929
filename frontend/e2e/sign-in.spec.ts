// Every way to sign in of somebody who has a second factor, and the way back for who forgot.
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { codeOf, withDevice } from './authenticators';
import { mailedCode, newcomer } from './newcomer';
import { call, signedIn } from './session';

const accessible = async (page: Page) =>
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
const code = (page: Page) => page.getByRole('textbox', { name: 'Code', exact: true });
const secondFactor = (page: Page) => page.getByRole('heading', { name: 'Your second factor' });

/** Somebody who has signed up with an authenticator app, and is signed out again. */
async function signedOutGuest(browser: Browser, name: string) {
  const anna = await signedIn(browser, 'anna@acme.example');
  const guest = await newcomer(browser, anna, 'info@acme.example', name);
  await anna.context().close();
  await call(guest.page, 'mutation { signOut { signedOut } }');
  return guest;
}

async function typesPassword(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in?return=/mail/info@acme.example');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
const isIn = (page: Page) => expect(page).toHaveURL(/:\d+\/mail\/info@acme\.example/);

test('the password, then a code of the app, which is sent with its sixth digit', async ({ browser }) => {
  const { page, email, password, secret } = await signedOutGuest(browser, 'Codes');
  await typesPassword(page, email, password);
  await expect(secondFactor(page)).toBeVisible();
  await accessible(page);
  const right = codeOf(secret, 1);
  await code(page).fill(right === '000000' ? '111111' : '000000');
  await expect(page.getByText('That isn’t the code that the app shows now.')).toBeVisible();
  await code(page).fill(right);
  await isIn(page);
});

test('the password, then a recovery code, once', async ({ browser }) => {
  const { page, email, password, secret } = await signedOutGuest(browser, 'Recovery');
  await typesPassword(page, email, password);
  await code(page).fill(codeOf(secret, 1));
  await isIn(page);
  await call(page, 'mutation($p: String!) { confirmPassword(input: { password: $p }) { __typename } }', {
    p: password,
  });
  const { replaceRecoveryCodes } = await call<{ replaceRecoveryCodes: { recoveryCodes: string[] } }>(
    page,
    'mutation { replaceRecoveryCodes { recoveryCodes } }',
  );
  const [recovery = ''] = replaceRecoveryCodes.recoveryCodes;
  for (const isFirst of [true, false]) {
    await call(page, 'mutation { signOut { signedOut } }');
    await typesPassword(page, email, password);
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(recovery);
    await page.getByRole('button', { name: 'Sign in' }).click();
    if (isFirst) await isIn(page);
    else await expect(page.getByText(/isn’t one of your recovery codes/)).toBeVisible();
  }
  await accessible(page);
});

test('a passkey alone, by the button, by the browser’s own offer, and as a second factor', async ({ browser }) => {
  test.setTimeout(60_000);
  const { page, email, password, secret } = await signedOutGuest(browser, 'Passkeys');
  const device = await withDevice(page);
  await page.addInitScript(() => {
    if (sessionStorage.quiet) PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  });
  await typesPassword(page, email, password);
  await code(page).fill(codeOf(secret, 1));
  await isIn(page);
  await expect(page.getByRole('button', { name: 'Account of Passkeys Newcomer' })).toBeVisible();
  await page.goto('/healthz');
  await call(page, 'mutation($p: String!) { confirmPassword(input: { password: $p }) { __typename } }', {
    p: password,
  });
  const { startPasskey } = await call<{ startPasskey: { request: string; options: object } }>(
    page,
    'mutation { startPasskey { request options } }',
  );
  const credential = await page.evaluate(async (options: { publicKey?: unknown }) => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
      (options.publicKey ?? options) as PublicKeyCredentialCreationOptionsJSON,
    );
    return ((await navigator.credentials.create({ publicKey })) as PublicKeyCredential).toJSON();
  }, startPasskey.options);
  await call(page, 'mutation($input: AddPasskeyInput!) { addPasskey(input: $input) { __typename } }', {
    input: { request: startPasskey.request, credential, name: 'Test' },
  });
  expect(await device.count()).toBe(1);

  await test.step('by the button', async () => {
    await page.evaluate(() => sessionStorage.setItem('quiet', '1'));
    await call(page, 'mutation { signOut { signedOut } }');
    await page.goto('/sign-in?return=/mail/info@acme.example');
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await isIn(page);
  });
  await test.step('as a second factor', async () => {
    await call(page, 'mutation { signOut { signedOut } }');
    await typesPassword(page, email, password);
    await expect(secondFactor(page)).toBeVisible();
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await isIn(page);
  });
  await test.step('by the browser’s own offer', async () => {
    await page.evaluate(() => sessionStorage.removeItem('quiet'));
    await call(page, 'mutation { signOut { signedOut } }');
    await page.goto('/sign-in?return=/mail/info@acme.example', { waitUntil: 'commit' });
    await isIn(page); // the device answers at once, as somebody would who touches it
  });
});

test('who forgot the password proves the address and the second factor, and chooses another', async ({ browser }) => {
  const { page, email, secret } = await signedOutGuest(browser, 'Forgetful');
  await page.goto('/sign-in?return=/mail/info@acme.example');
  await page.getByRole('button', { name: 'Forgot the password?' }).click();
  await expect(page.getByRole('heading', { name: 'A new password' })).toBeVisible();
  await page.getByLabel('E-mail address').fill(email);
  await accessible(page);
  const old = await mailedCode(email);
  await page.getByRole('button', { name: 'Send the code' }).click();
  await expect(page.getByRole('heading', { name: 'Type the code' })).toBeVisible();
  await accessible(page);
  await expect(async () => expect(await mailedCode(email)).not.toBe(old)).toPass();
  await code(page).fill(await mailedCode(email));
  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
  await page.getByRole('textbox', { name: 'New password' }).fill('short');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('Use 12 characters or more.')).toBeVisible();
  await page.getByRole('textbox', { name: 'New password' }).fill('seven calm clouds pass');
  await accessible(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(secondFactor(page)).toBeVisible();
  await code(page).fill(codeOf(secret, 1));
  await isIn(page);
  await call(page, 'mutation { signOut { signedOut } }');
  await typesPassword(page, email, 'seven calm clouds pass');
  await expect(secondFactor(page)).toBeVisible();
});

test('asking for a new password tells nobody whether there is an account', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Forgot the password?' }).click();
  await expect(page.getByRole('heading', { name: 'A new password' })).toBeVisible();
  await page.getByLabel('E-mail address').fill(`nobody.${Date.now()}@studio.example`);
  await page.getByRole('button', { name: 'Send the code' }).click();
  await expect(page.getByRole('heading', { name: 'Type the code' })).toBeVisible();
  await code(page).fill('123456');
  await expect(page.getByText('That isn’t the code of the last e-mail.')).toBeVisible();
});

test('several accounts: the others are offered, and go on without a password', async ({ browser }) => {
  const page = await signedIn(browser, 'ben@acme.example');
  await page.goto('/sign-in?switch=1');
  await page.getByLabel('E-mail address').fill('chloe@studio.example');
  await page.getByRole('textbox', { name: 'Password' }).fill('demo-latchkey');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Account of Chloé Martin' })).toBeVisible();
  await page.goto('/sign-in?switch=1&return=/manager');
  await accessible(page);
  await page.getByRole('button', { name: 'Continue as Ben Weber' }).click();
  await expect(page).toHaveURL(/\/manager/);
  await expect(page.getByRole('button', { name: 'Account of Ben Weber' })).toBeVisible();
});

test('signing in never leads to another site', async ({ browser }) => {
  const page = await signedIn(browser, 'ben@acme.example');
  await page.goto('/sign-in?return=https://elsewhere.example/');
  await expect(page).toHaveURL(/localhost:\d+\/mail/);
});

test('too many tries: how long it rests is counted down, then the same words are tried again', async ({ page }) => {
  await page.route('**/graphql', async (route) => {
    const isSignIn = route.request().postData()?.includes('signIn(input');
    if (!isSignIn) return route.continue();
    return route.fulfill({
      json: { data: null, errors: [{ message: 'Wait.', extensions: { code: 'RATE_LIMITED', retryAfter: 3 } }] },
    });
  });
  await typesPassword(page, 'anna@acme.example', 'not the password');
  await expect(page.getByRole('heading', { name: 'Too many tries' })).toBeVisible();
  await expect(page.getByText('You can try again in 0:02.')).toBeVisible();
  await accessible(page);
  await expect(page.getByText(/You can try again in/)).toBeHidden();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByLabel('E-mail address')).toHaveValue('anna@acme.example');
});
