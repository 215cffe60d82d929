interface Person {
  name: string;
  address: string;
}

/** What a person is called in a row: the name as they write it, else their address. */
export const nameOf = ({ name, address }: Person): string => name.trim() || address;

/** Who wrote in a thread. Several go by their first names, so that more of them are seen. */
export function peopleOf(people: readonly Person[]): string {
  if (people.length < 2) return people.map(nameOf).join('');
  return people.map((person) => firstName(nameOf(person))).join(', ');
}

/** "Lindgren, Zoe" is left whole: which part is the first name, the comma says, but not every language. */
const firstName = (name: string): string =>
  name.includes(',') || name.includes('@') ? name : (name.split(/\s+/)[0] ?? name);
