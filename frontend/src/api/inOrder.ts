const turns = new Map<string, Promise<unknown>>();

/** Sends what is of one kind in the order it was asked for, one at a time: of two changes to the same thing the later must stand. */
export function inOrder<Answer>(kind: string, send: () => Promise<Answer>): Promise<Answer> {
  const before = turns.get(kind) ?? Promise.resolve();
  const turn = before.then(send, send);
  turns.set(kind, turn);
  return turn;
}
