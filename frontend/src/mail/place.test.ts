import { expect, test } from 'vitest';
import { type Place, placeHref, readPlace } from './place';

const inbox: Place = { address: 'info@acme.example', folder: 'inbox', thread: null, query: '', organization: null };

test.each<[string, Place, string]>([
  ['a mailbox opens at its inbox', inbox, '/mail/info@acme.example'],
  ['a folder', { ...inbox, folder: 'archive' }, '/mail/info@acme.example/archive'],
  ['a thread', { ...inbox, thread: 't1' }, '/mail/info@acme.example/inbox/t1'],
  [
    'a search',
    { ...inbox, folder: 'search', query: 'pâté & co' },
    '/mail/info@acme.example/search?q=p%C3%A2t%C3%A9+%26+co',
  ],
  ['an organization stays chosen', { ...inbox, organization: 'o1' }, '/mail/info@acme.example?organization=o1'],
  ['no mailbox yet', { ...inbox, address: null }, '/mail'],
])('%s: the address bar says it and is read back', (_name, place, path) => {
  expect(placeHref(place)).toBe(path);
  const { pathname, search } = new URL(path, 'https://mail.example');
  expect(readPlace(pathname, search)).toEqual(place);
});

test('a broken escape is read as it stands', () => {
  expect(readPlace('/mail/50%/inbox', '').address).toBe('50%');
});
