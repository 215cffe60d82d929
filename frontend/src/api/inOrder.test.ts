import { expect, test } from 'vitest';
import { inOrder } from './inOrder';

test('the second change waits for the first, which is shown to fail alone', async () => {
  const sent: string[] = [];
  let refuse: (reason: Error) => void = () => undefined;
  const first = inOrder('updateGrant', () => {
    sent.push('first');
    return new Promise((_, reject) => {
      refuse = reject;
    });
  });
  const second = inOrder('updateGrant', async () => {
    sent.push('second');
    return 'done';
  });
  await Promise.resolve();
  expect(sent).toEqual(['first']);
  refuse(new Error('refused'));
  await expect(first).rejects.toThrow('refused');
  await expect(second).resolves.toBe('done');
  expect(sent).toEqual(['first', 'second']);
});

test('what is of another kind does not wait', async () => {
  void inOrder('slow', () => new Promise(() => undefined));
  await expect(inOrder('quick', async () => 'done')).resolves.toBe('done');
});
