/** Whether a name holds every word that was typed, wherever, and whatever its case and accents. */
export function matches(name: string, typed: string): boolean {
  const plain = plainly(name);
  return plainly(typed)
    .split(/\s+/)
    .every((word) => plain.includes(word));
}

const plainly = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim();
