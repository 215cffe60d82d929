import type { Plugin } from 'vite';

// Matches graphql`query Name …`: one tag, one named operation or fragment.
const TAG = /(?<![\w/.])graphql\s*`\s*(?:#[^\n]*\n\s*)*(?:query|mutation|subscription|fragment)\s+(\w+)[^`]*`/g;

/** Puts the artifact that relay-compiler wrote in the place of each graphql tag. It stands in for a Babel plugin. */
export function relay(artifacts: string): Plugin {
  return {
    name: 'latchkey:relay',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/.*\.tsx?$/, code: 'graphql`' },
      handler(code, id) {
        if (id.includes('/__generated__/')) return null;
        let imports = '';
        const body = code.replace(TAG, (tag, name: string) => {
          imports += `import ${name}$artifact from '${artifacts}/${name}.graphql.ts';`;
          return `${name}$artifact${'\n'.repeat(tag.split('\n').length - 1)}`; // line numbers stay true
        });
        if (/(?<![\w/.])graphql\s*`/.test(body)) this.error(`${id}: a graphql tag has no name`);
        return { code: imports + body, map: null };
      },
    },
  };
}
