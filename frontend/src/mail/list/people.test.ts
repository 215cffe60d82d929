import { expect, test } from 'vitest';
import { nameOf, peopleOf } from './people';

const zoe = { name: 'Zoe Lindgren', address: 'zoe@lindgren.example' };
const ben = { name: 'Ben Weber', address: 'ben@acme.example' };

test('somebody alone has their whole name', () => {
  expect(peopleOf([zoe])).toBe('Zoe Lindgren');
});

test('several go by their first names', () => {
  expect(peopleOf([zoe, ben])).toBe('Zoe, Ben');
});

test('without a name the address stands for a person', () => {
  expect(nameOf({ name: '  ', address: 'orders@mill.example' })).toBe('orders@mill.example');
  expect(peopleOf([{ name: '', address: 'orders@mill.example' }, ben])).toBe('orders@mill.example, Ben');
});
