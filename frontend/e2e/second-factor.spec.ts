import { expect, type Page, test } from '@playwright/test';
import { codeOf, withDevice } from './authenticators';
import { accept, call, inviteTo, signedIn, stepUp } from './session';

const ADDRESS = 'support@acme.example';
const dialog = (page: Page) => page.getByRole('dialog');

/** Demands a second factor of a grant, or no longer. */
async function demand(owner: Page, grant: string, requiresSecondFactor: boolean): Promise<void> {
  await stepUp(owner);
  await call(owner, 'mutation($input: UpdateGrantInput!) { updateGrant(input: $input) { __typename } }', {
    input: { grant, requiresSecondFactor },
  });
}

test('who loses the last factor loses what demands one, live, and has it back with a new one', async ({ browser }) => {
  test.setTimeout(120_000);
  const anna = await signedIn(browser, 'anna@acme.example');
  const chloe = await signedIn(browser, 'chloe@studio.example');
  const grant = await accept(chloe, await inviteTo(anna, ADDRESS, ['READ']));
  await stepUp(chloe);
  await chloe.goto('/account/security');

  await test.step('an authenticator app is the first factor; recovery codes are shown once', async () => {
    await chloe.getByRole('button', { name: 'Set up an authenticator app' }).click();
    await expect(dialog(chloe).getByRole('img', { name: /QR code/ })).toBeVisible();
    const secret = await dialog(chloe).getByLabel('Key for your authenticator app').inputValue();
    await dialog(chloe).getByLabel('Code that the app shows').fill('000000');
    await dialog(chloe).getByRole('button', { name: 'Turn on' }).click();
    await expect(dialog(chloe).getByText('That isn’t the code')).toBeVisible();
    await dialog(chloe).getByLabel('Code that the app shows').fill(codeOf(secret));
    await dialog(chloe).getByRole('button', { name: 'Turn on' }).click();
    await expect(dialog(chloe).getByRole('listitem')).toHaveCount(8);
    await dialog(chloe).getByRole('button', { name: 'I have kept them' }).click();
    await expect(chloe.getByText('8 of 8 left')).toBeVisible();
  });

  await demand(anna, grant, true);
  const mail = await chloe.context().newPage();
  await mail.goto(`/mail/${ADDRESS}`);
  await expect(mail.getByRole('region', { name: 'Inbox' })).toBeVisible();

  await test.step('removing it names what would be lost; the other tab loses it at once', async () => {
    await chloe.reload();
    await chloe.getByRole('button', { name: 'Remove the authenticator app' }).click();
    await expect(dialog(chloe)).toContainText('This is your last second factor.');
    await expect(dialog(chloe)).toContainText(ADDRESS);
    await dialog(chloe).getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(mail.getByText('It demands a second factor')).toBeVisible();
    await expect(chloe.getByText('Something waits for a second factor.')).toBeVisible();
  });

  await test.step('a passkey brings it back by itself', async () => {
    await withDevice(chloe);
    await expect(mail.getByRole('link', { name: 'Add a second factor' })).toHaveAttribute('href', '/account/security');
    await chloe.bringToFront(); // a browser asks for passkeys in front only
    await chloe.getByRole('button', { name: 'Add a passkey' }).click();
    await dialog(chloe).getByRole('button', { name: 'Create passkey' }).click();
    await expect(dialog(chloe).getByRole('listitem')).toHaveCount(8);
    await dialog(chloe).getByRole('button', { name: 'I have kept them' }).click();
    await mail.bringToFront();
    await expect(mail.getByRole('region', { name: 'Inbox' })).toBeVisible();
  });

  // As it was, for whoever tests next.
  await demand(anna, grant, false);
  await chloe.getByRole('button', { name: /^More for/ }).click();
  await chloe.getByRole('menuitem', { name: 'Remove' }).click();
  await dialog(chloe).getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(chloe.getByRole('button', { name: /^More for/ })).toBeHidden();
  await call(anna, 'mutation($input: RevokeGrantInput!) { revokeGrant(input: $input) { __typename } }', {
    input: { grant },
  });
});
