// Prints the API's schema, which lies in graph/schema a file a domain, as the one file that relay-compiler reads.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { buildASTSchema, concatAST, extendSchema, GraphQLSchema, parse, printSchema, Source } from 'graphql';

const folder = new URL('../graph/schema/', import.meta.url);
const target = new URL('./schema.graphql', import.meta.url);

const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.graphql'))
  .sort()
  .map((name) => parse(new Source(readFileSync(new URL(name, folder), 'utf8'), name)));
const whole = concatAST(documents);
const isExtension = (definition) => definition.kind.endsWith('Extension');
const base = buildASTSchema(
  { ...whole, definitions: whole.definitions.filter((d) => !isExtension(d)) },
  { assumeValidSDL: true },
);
const schema = extendSchema(base instanceof GraphQLSchema ? base : new GraphQLSchema({}), {
  ...whole,
  definitions: whole.definitions.filter(isExtension),
});
writeFileSync(target, `${printSchema(schema)}\n`);
