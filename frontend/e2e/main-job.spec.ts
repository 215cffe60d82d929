// The main job, by hand and eye: Anna shares a mailbox with Chloé, who works
// in another browser, and takes it back. Nothing here goes past the interface
// but the message that a stranger sends.
import { type Browser, expect, type Page, test } from '@playwright/test';
import { deliver, signedIn, withdrawInvitations } from './session';

const ADDRESS = 'info@acme.example';
const PASSWORD = 'demo-latchkey';

/** Signs in by the form, in a browser profile of its own. */
async function arrives(browser: Browser, email: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Account of/ })).toBeVisible();
  return page;
}

const users = (page: Page) => page.getByRole('table', { name: /^Users of/ });
const rowOf = (page: Page, name: string) => users(page).getByRole('row').filter({ hasText: name });
const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });

/** Finds by words: where a message stands in the list depends on what came since. */
async function search(page: Page, words: string): Promise<void> {
  const field = page.getByRole('searchbox', { name: 'Search this mailbox' });
  if (!(await field.isVisible())) await page.getByRole('button', { name: 'Search', exact: true }).click();
  await field.fill(words);
}

/** A mark in the page's memory: it is gone if the page was ever loaded again. */
const remember = (page: Page) => page.evaluate(() => Object.assign(window, { sameTab: true }));
const remembers = (page: Page) => page.evaluate(() => 'sameTab' in window);

test('a mailbox is shared, appears by itself, follows its rights, and closes when it is taken back', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const anna = await arrives(browser, 'anna@acme.example');
  const chloe = await arrives(browser, 'chloe@studio.example');
  await remember(chloe);
  const owner = await signedIn(browser, 'anna@acme.example');
  await withdrawInvitations(owner, ADDRESS);
  await owner.context().close();

  await test.step('1. Anna finds everybody who may use the address in one table', async () => {
    await anna.getByRole('link', { name: 'Manager' }).click();
    await expect(anna.getByRole('heading', { name: 'Acme Mail' })).toBeVisible();
    await anna.getByRole('link', { name: ADDRESS }).click();
    await expect(rowOf(anna, 'Anna (you)')).toContainText('Everything, as owner');
    await expect(rowOf(anna, 'Ben Weber')).toContainText('Active');
  });

  const link = await test.step('2. she chooses rights, proves her password and gets a link', async () => {
    await anna.getByRole('button', { name: 'Add', exact: true }).click();
    await anna.getByRole('radio', { name: 'New user' }).check();
    await anna.getByRole('button', { name: 'Next' }).click();
    await anna.getByRole('radio', { name: 'Organizer' }).check();
    await anna.getByRole('button', { name: 'Create link' }).click();
    await anna.getByLabel('Password of anna@acme.example').fill(PASSWORD);
    await anna.getByRole('button', { name: 'Confirm and create link' }).click();
    await anna.getByRole('button', { name: 'Copy' }).click();
    const copied = await anna.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/\/iw\/[\w-]{43}$/);
    await anna.getByRole('button', { name: 'Done' }).click();
    await expect(rowOf(anna, 'Link without a name')).toContainText('Pending, 30 days');
    return copied;
  });

  await test.step('3. Chloé reads who invites her to what, chooses an organization and accepts', async () => {
    const tab = await chloe.context().newPage();
    await tab.goto(link);
    await expect(tab.getByRole('heading', { name: /Anna invites you to use info@acme\.example/ })).toBeVisible();
    await expect(tab.getByText('chloe@studio.example')).toBeVisible();
    await expect(tab.getByText('Read, search and organize its mail')).toBeVisible();
    await tab.getByRole('radio', { name: /Studio Chloé/ }).check();
    await tab.getByRole('button', { name: 'Accept' }).click();
    await expect(tab).toHaveURL(/\/mail\/info@acme\.example/);
    await tab.close();
  });

  await test.step('4. the mailbox stands in her open tab, under that organization, with its mail', async () => {
    await expect(chloe.getByText(`Anna gave you ${ADDRESS}`)).toBeVisible();
    await chloe.getByRole('button', { name: /^hello@studio\.example/ }).click();
    await expect(
      chloe.getByRole('group', { name: 'Studio Chloé' }).getByRole('option', { name: ADDRESS }),
    ).toBeVisible();
    await chloe.getByRole('option', { name: ADDRESS }).click();
    await search(chloe, 'Hobelbänke');
    await messages(chloe)
      .getByRole('link', { name: /Holger/ })
      .first()
      .click();
    await expect(chloe.getByRole('heading', { name: /Hobelbänke/ })).toBeVisible();
    await expect(chloe.frameLocator('iframe').first().locator('body')).toContainText('Samstag');
    await search(chloe, 'nursery');
    await messages(chloe)
      .getByRole('link', { name: /Visit of our nursery/ })
      .click();
    await expect(chloe.getByRole('link', { name: /^Download / }).first()).toBeVisible();
    await chloe.getByRole('link', { name: /^Inbox/ }).click();
  });

  await test.step('5. what a stranger sends appears at once, for both', async () => {
    const annaInMail = await anna.context().newPage();
    await annaInMail.goto(`/mail/${ADDRESS}`);
    await expect(messages(annaInMail).getByRole('link').first()).toBeVisible();
    const subject = `Delivered live ${Date.now()}`;
    await deliver(ADDRESS, subject);
    for (const page of [chloe, annaInMail]) {
      await expect(messages(page).getByRole('link', { name: new RegExp(subject) })).toBeVisible();
    }
    await messages(chloe)
      .getByRole('link', { name: new RegExp(subject) })
      .click();
    await expect(chloe.getByRole('heading', { name: subject })).toBeVisible();
    await annaInMail.close();
  });

  await test.step('6. she follows a click on an icon, and then the end, without a refresh', async () => {
    const row = rowOf(anna, 'Chloé Martin');
    await expect(row).toContainText('external');
    await expect(rowOf(anna, 'Link without a name')).toBeHidden();
    await expect(chloe.getByRole('button', { name: 'Move to trash' })).toBeEnabled();
    await row.getByRole('button', { name: 'Delete: given' }).click();
    await expect(chloe.getByRole('button', { name: 'Move to trash' })).toHaveAttribute('aria-disabled', 'true');

    await anna.getByRole('button', { name: 'More for Chloé Martin' }).click();
    await anna.getByRole('menuitem', { name: 'Revoke access' }).click();
    await expect(chloe.getByRole('heading', { name: `You can no longer open ${ADDRESS}` })).toBeVisible();
    await expect(chloe.getByText(/Anna took back your access/)).toBeVisible();
    await expect(row).toBeHidden();
    const refused = await chloe.request.post('/graphql', {
      data: { query: `{ viewer { mailbox(address: "${ADDRESS}") { id } } }` },
    });
    expect((await refused.json()).data.viewer.mailbox).toBeNull();
    expect(await remembers(chloe)).toBe(true);
  });

  await test.step('7. the same dialog opens from Mail', async () => {
    await anna.goto(`/mail/${ADDRESS}`);
    await anna.getByRole('button', { name: `More for ${ADDRESS}` }).click();
    await anna.getByRole('menuitem', { name: 'Settings' }).click();
    await anna.getByRole('button', { name: 'Invite a user' }).click();
    await expect(anna.getByRole('dialog', { name: `Invite to ${ADDRESS}` })).toBeVisible();
  });
});
