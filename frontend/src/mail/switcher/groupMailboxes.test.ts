import { expect, test } from 'vitest';
import { groupMailboxes, narrow } from './groupMailboxes';

const acme = { id: 'acme', name: 'Acme' };
const studio = { id: 'studio', name: 'Studio Chloé' };
const box = (address: string, organization: typeof acme, attached?: typeof acme) => ({
  id: address,
  address,
  organization,
  viewerAccess: attached ? { organization: attached } : null,
});
const mailboxes = [
  box('billing@acme.example', acme),
  box('hello@studio.example', studio),
  box('info@acme.example', acme, studio),
];
const shown = (groups: ReturnType<typeof narrow<(typeof mailboxes)[number]>>) =>
  groups.map(({ name, mailboxes: list }) => `${name}: ${list.map(({ address }) => address).join(' ')}`);

test('a mailbox stands under the organization that its user chose for it', () => {
  expect(shown(groupMailboxes(mailboxes))).toEqual([
    'Acme: billing@acme.example',
    'Studio Chloé: hello@studio.example info@acme.example',
  ]);
});

test('one organization alone', () => {
  expect(shown(narrow(groupMailboxes(mailboxes), 'acme', ''))).toEqual(['Acme: billing@acme.example']);
});

test('typing finds addresses and organizations, and leaves no empty group', () => {
  expect(shown(narrow(groupMailboxes(mailboxes), null, 'info'))).toEqual(['Studio Chloé: info@acme.example']);
  expect(shown(narrow(groupMailboxes(mailboxes), null, 'chloe hello'))).toEqual(['Studio Chloé: hello@studio.example']);
});
