import { globSync, readFileSync } from 'node:fs';
import { concatAST, type DocumentNode, parse, separateOperations } from 'graphql';

const WEB = new URL('../../web/', import.meta.url).pathname;

export interface WebDocument {
  name: string;
  document: DocumentNode;
}

/** Every operation of the web app with the fragments it spreads, as the app sends it. */
export function webDocuments(): WebDocument[] {
  const files = globSync('**/*.graphql', { cwd: WEB, exclude: (name) => /^(node_modules|dist)$/.test(name) });
  const all = concatAST(files.map((file) => parse(readFileSync(`${WEB}${file}`, 'utf8'))));
  return Object.entries(separateOperations(all)).map(([name, document]) => ({ name, document }));
}
