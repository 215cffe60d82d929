import english from 'virtual:messages/en/mail-parts';
import { expect, test } from 'vitest';
import { groups, keys, printed } from './keys';

test('no two commands share a key', () => {
  const all = Object.values(keys);
  expect(new Set(all).size).toBe(all.length);
});

test('no single key begins a sequence, or the sequence could never be typed', () => {
  const all: string[] = Object.values(keys);
  const beginnings = all.filter((key) => key.includes(' ')).map((key) => key.split(' ')[0]);
  for (const beginning of beginnings) expect(all).not.toContain(beginning);
});

test('every command stands in the help once, with its name', () => {
  expect(groups.flatMap(({ commands }) => commands).sort()).toEqual(Object.keys(keys).sort());
  for (const command of Object.keys(keys)) expect(english).toHaveProperty([`mailParts.does.${command}`]);
});

test('keys are printed as they are on the keyboard', () => {
  expect(printed('mod+k', true)).toBe('⌘ K');
  expect(printed('mod+k', false)).toBe('Ctrl K');
  expect(printed('shift+i')).toBe('⇧ I');
  expect(printed('g m')).toBe('G M');
});
