import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { looksLikeAddress, looksLikeDomain, useFields } from './fields';
import { TextField } from './TextField';

function Form() {
  const { field, check } = useFields({
    email: (value) => (looksLikeAddress(value) ? null : 'Type an address.'),
    name: (value) => (value ? null : 'This is needed.'),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        check();
      }}
    >
      <TextField label="E-mail" {...field('email')} />
      <TextField label="Name" {...field('name')} />
    </form>
  );
}

test('an error comes when a field is left, not while it is typed, and goes when it is right', async () => {
  render(<Form />);
  const email = screen.getByLabelText('E-mail');
  await userEvent.type(email, 'anna');
  expect(screen.queryByText('Type an address.')).toBeNull();
  await userEvent.tab();
  expect(screen.getByText('Type an address.')).toBeTruthy();
  expect(email.getAttribute('aria-invalid')).toBe('true');
  await userEvent.type(email, '@acme.example');
  expect(screen.queryByText('Type an address.')).toBeNull();
});

test('sending leads to the first field that is wrong', () => {
  const { container } = render(<Form />);
  fireEvent.submit(container.querySelector('form') as HTMLFormElement);
  expect(screen.getByText('This is needed.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('E-mail'));
});

test.each(['anna@acme.example', ' info@sub.acme.example '])('%j looks like an address', (value) => {
  expect(looksLikeAddress(value)).toBe(true);
});

test.each(['anna', 'anna@acme', '@acme.example', 'a b@c.example', ''])('%j does not', (value) => {
  expect(looksLikeAddress(value)).toBe(false);
});

test('a domain has at least two parts and no address in it', () => {
  expect(looksLikeDomain('acme.example')).toBe(true);
  for (const value of ['acme', 'anna@acme.example', 'https://acme.example', 'acme..example'])
    expect(looksLikeDomain(value)).toBe(false);
});
