import permission from 'virtual:messages/en/permission';
import sharing from 'virtual:messages/en/sharing';
import { setupI18n } from '@lingui/core';
import { expect, test } from 'vitest';
import type { Translation } from '../i18n/translation';
import { type Permission, permissions } from './permissions';
import { ableTo, changeInWords, notAbleTo } from './sentence';

const i18n = setupI18n({ locale: 'en', messages: { en: { ...permission, ...sharing } } });
const translation: Translation = { t: (key, values) => i18n._(key, values), language: 'en' };
const address = 'info@acme.example';

test('the sentence says what an assistant will be able to do, and what not', () => {
  const assistant: Permission[] = ['READ', 'ORGANIZE', 'DELETE', 'DRAFT', 'SEND_ON_BEHALF'];
  expect(ableTo(assistant, address, translation)).toBe(
    'read and organize the mail of info@acme.example, delete it, and write and send on its behalf',
  );
  expect(notAbleTo(assistant, translation)).toBe('Not: change settings or invite others');
});

test('settings that may be changed are named; forwarding is missed when it is not among them', () => {
  const chosen: Permission[] = ['READ', 'MANAGE_SIGNATURES', 'MANAGE_RULES', 'SHARE'];
  expect(ableTo(chosen, address, translation)).toContain('change its signatures and rules');
  expect(notAbleTo(chosen, translation)).toContain('set up forwarding');
});

test('whoever may everything misses nothing', () => {
  expect(notAbleTo(permissions, translation)).toBeNull();
});

test.each([
  ['one that is taken', ['READ', 'DELETE'], ['READ'], 'Chloé can no longer delete mail in info@acme.example'],
  ['one that is given', ['READ'], ['READ', 'SEND_AS'], 'Chloé can now send as info@acme.example'],
  ['a setting', ['READ'], ['READ', 'MANAGE_RULES'], 'Chloé can now change settings of info@acme.example (rules)'],
  ['several', ['READ', 'DELETE'], ['READ', 'DRAFT'], 'The permissions of Chloé for info@acme.example were changed'],
] as const)('a change is said by its name: %s', (_name, before, after, said) => {
  expect(changeInWords({ name: 'Chloé', address, before, after }, translation)).toBe(said);
});
