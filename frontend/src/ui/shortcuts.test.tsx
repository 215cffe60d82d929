import { fireEvent, render } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { type Shortcuts, useShortcuts } from './shortcuts';

function Page({ shortcuts }: { shortcuts: Shortcuts }) {
  useShortcuts(shortcuts);
  return <input aria-label="Subject" />;
}

const press = (key: string, target: Element = document.body, more = {}) => fireEvent.keyDown(target, { key, ...more });

test('a key acts, and a sequence acts once both keys came', () => {
  const archive = vi.fn();
  const inbox = vi.fn();
  render(<Page shortcuts={{ e: archive, 'g i': inbox }} />);
  press('e');
  expect(archive).toHaveBeenCalledTimes(1);
  press('i');
  expect(inbox).not.toHaveBeenCalled();
  press('g');
  press('i');
  expect(inbox).toHaveBeenCalledTimes(1);
});

test('keys are left alone where somebody writes, but for those with Ctrl', () => {
  const archive = vi.fn();
  const palette = vi.fn();
  const { getByLabelText } = render(<Page shortcuts={{ e: archive, 'mod+k': palette }} />);
  press('e', getByLabelText('Subject'));
  press('k', getByLabelText('Subject'), { ctrlKey: true });
  expect(archive).not.toHaveBeenCalled();
  expect(palette).toHaveBeenCalledTimes(1);
});

test('a letter with Shift is another key, a sign is the same whichever keys make it', () => {
  const read = vi.fn();
  const help = vi.fn();
  render(<Page shortcuts={{ 'shift+i': read, '?': help }} />);
  press('i');
  expect(read).not.toHaveBeenCalled();
  press('I', document.body, { shiftKey: true });
  press('?', document.body, { shiftKey: true });
  expect(read).toHaveBeenCalledTimes(1);
  expect(help).toHaveBeenCalledTimes(1);
});
