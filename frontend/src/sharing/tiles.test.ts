import { expect, test } from 'vitest';
import { type Permission, permissions } from './permissions';
import { givenOf, isSameSet, type Tile, tiles, withAtom, within } from './tiles';

test.each<[string, Tile, Permission[], string]>([
  ['nothing of it', 'SETTINGS', ['READ'], 'not'],
  ['one setting of many', 'SETTINGS', ['READ', 'MANAGE_RULES'], 'partly'],
  ['all settings', 'SETTINGS', [...permissions], 'given'],
  ['either way of sending is sending', 'SEND', ['READ', 'SEND_AS'], 'given'],
  ['drafts are not sending', 'SEND', ['READ', 'DRAFT'], 'not'],
])('a tile shows %s', (_name, tile, held, given) => {
  expect(givenOf(tile, held)).toBe(given);
});

test('giving an atom keeps the order of the API, and taking it leaves the rest', () => {
  const given = withAtom(['READ', 'SHARE'], 'DELETE', true);
  expect(given).toEqual(['READ', 'DELETE', 'SHARE']);
  expect(withAtom(given, 'DELETE', false)).toEqual(['READ', 'SHARE']);
});

test('nothing is offered that its giver does not hold', () => {
  expect(within(['READ', 'SEND_AS'], ['READ', 'ORGANIZE'])).toEqual(['READ']);
});

test('a preset is found whatever the order', () => {
  expect(isSameSet(['READ', 'DELETE'], ['DELETE', 'READ'])).toBe(true);
  expect(isSameSet(['READ'], ['READ', 'DELETE'])).toBe(false);
});

test('no atom stands under two tiles', () => {
  const atoms = Object.values(tiles).flatMap((tile) => tile.atoms);
  expect(new Set(atoms).size).toBe(atoms.length);
});
