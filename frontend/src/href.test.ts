import { expect, test } from 'vitest';
import { href, sameOriginPath, signInHref } from './href';

test('parameters are encoded, an address stays readable', () => {
  expect(href.mailbox({ address: 'info@acme.example' })).toBe('/mail/info@acme.example');
  expect(href.folder({ address: 'a/b?c@d', folder: 'inbox' })).toBe('/mail/a%2Fb%3Fc@d/inbox');
});

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '',
  null,
])('signing in never leads to %j', (asked) => {
  expect(sameOriginPath(asked, '/mail')).toBe('/mail');
});

test('signing in leads back, with query and fragment', () => {
  expect(sameOriginPath('/iw/abc?x=1#y', '/mail')).toBe('/iw/abc?x=1#y');
  expect(signInHref('/mail/a@b?q=1')).toBe('/sign-in?return=%2Fmail%2Fa%40b%3Fq%3D1');
});
