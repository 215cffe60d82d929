import english from 'virtual:messages/en/permission';
import { setupI18n } from '@lingui/core';
import { expect, test } from 'vitest';
import type { Translation } from '../i18n/translation';
import { mayDo } from './mayDo';
import { knownPermissions, type Permission, permissionGroups, permissions } from './permissions';

const i18n = setupI18n({ locale: 'en', messages: { en: english } });
const translation: Translation = { t: (key, values) => i18n._(key, values), language: 'en' };
const say = (...held: Permission[]) => mayDo(held, 'info@acme.example', translation);

test('an assistant', () => {
  expect(say('READ', 'ORGANIZE', 'DELETE', 'DRAFT', 'SEND_ON_BEHALF')).toEqual({
    may: [
      'Read, search and organize its mail',
      'Delete mail; it goes to the shared trash',
      'Write drafts, and send on behalf of info@acme.example',
    ],
    not: 'Not: change settings or invite others',
  });
});

test('a reader', () => {
  expect(say('READ')).toEqual({
    may: ['Read and search its mail, and download attachments'],
    not: 'Not: organize mail, delete mail, write or send, change settings, or invite others',
  });
});

test('some settings are named, all are not', () => {
  expect(say('READ', 'MANAGE_SIGNATURES', 'MANAGE_RULES').may).toContain('Change its signatures and rules');
  expect(say(...permissions).may).toContain('Change all of its settings');
  expect(say(...permissions).not).toBeNull();
});

test('every atom stands in one group', () => {
  expect(Object.values(permissionGroups).flat().sort()).toEqual([...permissions].sort());
});

test('an atom of a newer server is left out rather than shown wrongly', () => {
  expect(knownPermissions(['SHARE', 'READ', 'TELEPORT'])).toEqual(['READ', 'SHARE']);
});
