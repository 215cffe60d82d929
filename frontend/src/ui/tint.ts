const TINTS = 5;

/** One of the five tints, always the same for the same text, whatever its case. */
export function tintOf(text: string): number {
  let hash = 0;
  for (const letter of text.toLowerCase()) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return (hash % TINTS) + 1;
}

/** "BW" for Ben Weber, "A" for Anna, "I" for info@acme.example. */
export function initialsOf(name: string): string {
  const words = (name.split('@')[0] ?? '').split(/[\s.\-_]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  if (name.includes('@') || words.length < 2) return firstLetter(words[0] ?? name);
  return firstLetter(words[0] ?? '') + firstLetter(words.at(-1) ?? '');
}

const firstLetter = (word: string): string => ([...word][0] ?? '?').toLocaleUpperCase();
