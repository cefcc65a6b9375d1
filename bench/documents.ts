import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const WEB = path.resolve(import.meta.dirname, '../web');

/** Everything that stands in the web app's documents, by its kind and name: each begins a line, and nothing within it does. */
function definitions(): Map<string, string> {
  const files = globSync('{app,nouns,screens,session,live,deeds}/**/*.graphql', { cwd: WEB });
  const texts = files.flatMap((file) =>
    readFileSync(path.join(WEB, file), 'utf8').split(/^(?=fragment |query |mutation |subscription )/m),
  );
  return new Map(texts.map((text) => [text.split(/[^\w ]| on /)[0]?.trim() ?? '', text]));
}

/** A query of the web app with the fragments that it spreads, as the browser sends it. */
export function webDocument(name: string): string {
  const known = definitions();
  const wanted = new Set([`query ${name}`]);
  for (const each of wanted)
    for (const [, fragment] of (known.get(each) ?? '').matchAll(/\.\.\.(\w+)/g)) wanted.add(`fragment ${fragment}`);
  return [...wanted].map((each) => known.get(each)).join('\n');
}
