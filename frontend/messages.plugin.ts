import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

type Catalogue = Record<string, string>;
type Compiled = ReturnType<typeof compileMessage>;

const PREFIX = 'virtual:messages/';
const SOURCE = 'en';

/**
 * Serves `virtual:messages/<language>/<area>+<area>…`: the ICU messages of
 * src/i18n/messages/<language>/<area>.json, compiled, as one module. A key or
 * a placeholder that English has and the language lacks fails the build, and
 * so does the reverse.
 */
export function messages(folder: string): Plugin {
  const read = (language: string, area: string): Catalogue =>
    JSON.parse(readFileSync(join(folder, language, `${area}.json`), 'utf8'));
  return {
    name: 'latchkey:messages',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const [language = '', areas = ''] = id.slice(PREFIX.length + 1).split('/');
      const compiled: Record<string, Compiled> = {};
      for (const area of areas.split('+')) {
        for (const name of [SOURCE, language]) this.addWatchFile(join(folder, name, `${area}.json`));
        const catalogue = read(language, area);
        const wrong = differences(read(SOURCE, area), catalogue);
        if (wrong.length > 0) this.error(`${language}/${area}.json: ${wrong.join('; ')}`);
        for (const [key, text] of Object.entries(catalogue)) compiled[key] = compileMessage(text);
      }
      return `export default ${JSON.stringify(compiled)}`;
    },
  };
}

/** Says, a sentence each, where a translation departs from its source. */
export function differences(source: Catalogue, translation: Catalogue): string[] {
  const wrong: string[] = [];
  for (const [key, text] of Object.entries(source)) {
    const other = translation[key];
    if (other === undefined) wrong.push(`${key} is missing`);
    else if (placeholders(text) !== placeholders(other)) {
      wrong.push(`${key} has {${placeholders(other)}} where English has {${placeholders(text)}}`);
    }
  }
  for (const key of Object.keys(translation)) if (!(key in source)) wrong.push(`${key} is not in English`);
  return wrong;
}

function placeholders(text: string): string {
  const names = new Set<string>();
  const collect = (parts: Compiled): void => {
    for (const part of parts) {
      if (!Array.isArray(part)) continue;
      const [name, , branches] = part;
      names.add(name);
      for (const branch of Object.values(branches ?? {})) if (Array.isArray(branch)) collect(branch);
    }
  };
  collect(compileMessage(text));
  return [...names].sort().join(', ');
}

/** Lists the areas that a language has files for. */
export const areasOf = (folder: string, language: string): string[] =>
  readdirSync(join(folder, language))
    .map((file) => file.replace(/\.json$/, ''))
    .sort();
