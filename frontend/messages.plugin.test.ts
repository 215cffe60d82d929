import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { areasOf, differences } from './messages.plugin';

const folder = join(import.meta.dirname, 'src/i18n/messages');
const read = (language: string, area: string) => JSON.parse(readFileSync(`${folder}/${language}/${area}.json`, 'utf8'));

describe.each(['fr', 'de', 'it', 'es'])('%s', (language) => {
  test.each(areasOf(folder, 'en'))('says all of %s', (area) => {
    expect(differences(read('en', area), read(language, area))).toEqual([]);
  });
});

test.each(areasOf(folder, 'en'))('%s names its messages after itself', (area) => {
  for (const key of Object.keys(read('en', area)))
    expect(key.split('.')[0]).toBe(area.replace(/-(\w)/g, (_, c) => c.toUpperCase()));
});

test('a translation that lost a placeholder is told apart', () => {
  expect(differences({ 'a.b': 'Hi {name}' }, { 'a.b': 'Salut' })).toEqual(['a.b has {} where English has {name}']);
  expect(differences({ 'a.b': '{n, plural, one {# of {who}} other {#}}' }, { 'a.b': '{n} {who}' })).toEqual([]);
});
