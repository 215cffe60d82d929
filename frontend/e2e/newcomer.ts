import { readdir, readFile } from 'node:fs/promises';
import { type Browser, expect, type Page } from '@playwright/test';
import { codeOf } from './authenticators';
import { accept, call, inviteTo } from './session';

/** Somebody who has just signed up and accepted: an account that a test may do anything to. */
export interface Newcomer {
  page: Page;
  email: string;
  password: string;
  /** Of the authenticator app, base 32. */
  secret: string;
}

const OUTBOX = process.env.LATCHKEY_OUTBOX ?? 'frontend/e2e/.out/outbox';
const password = 'four calm words here';

/** The six digits of the newest e-mail to an address that holds any. */
export async function mailedCode(email: string): Promise<string> {
  let code = '';
  await expect(async () => {
    for (const name of (await readdir(OUTBOX)).sort().reverse()) {
      const mail = await readFile(`${OUTBOX}/${name}`, 'utf8');
      const found =
        mail.includes(email) &&
        /(?<![\w=#.-])(\d{3}) ?(\d{3})(?![\w.-])/.exec(mail.split('\r\n\r\n').slice(1).join('\n'));
      if (!found) continue;
      code = `${found[1]}${found[2]}`;
      return;
    }
    throw new Error(`no code for ${email} yet`);
  }).toPass();
  return code;
}

const act = <T>(page: Page, name: string, type: string, fields: string, input: object): Promise<T> =>
  call<Record<string, T>>(page, `mutation($input: ${type}!) { ${name}(input: $input) { ${fields} } }`, { input }).then(
    (answer) => answer[name] as T,
  );

/** Signs up by an invitation to an address, and accepts it. */
export async function newcomer(browser: Browser, owner: Page, address: string, name: string): Promise<Newcomer> {
  const email = `${name.toLowerCase()}.${Date.now()}@studio.example`;
  const invitation = await inviteTo(owner, address, ['READ', 'ORGANIZE']);
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(new URL('/healthz', owner.url()).href);
  const step = <T>(mutation: string, fields: string, input: object) =>
    act<T>(page, mutation, `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`, fields, input);
  const { token } = await step<{ token: string }>('signUpStart', 'token', { invitation, email, language: 'EN' });
  await step('signUpVerifyEmail', '__typename', { token, code: await mailedCode(email) });
  const { signUp } = await step<{ signUp: { termsVersion: string } }>('signUpProfile', 'signUp { termsVersion }', {
    token,
    firstName: name,
    lastName: 'Newcomer',
    password,
  });
  await step('signUpContact', '__typename', { token, phone: '+41446681800', termsVersion: signUp.termsVersion });
  const { secret } = await step<{ secret: string }>('signUpStartAuthenticator', 'secret', { token });
  await step('signUpConfirmAuthenticator', '__typename', { token, code: codeOf(secret) });
  await accept(page, invitation);
  return { page, email, password, secret };
}
