import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NOUNS } from '@lxq/schema/nouns.ts';
import { isOffered, operationOf, type Transition, viewerCan } from '@lxq/schema/transitions.ts';

type Row = Transition<string, never>;
interface Shown {
  machine: object;
  type: string;
  answer: string;
  each?: string;
  field?: (deed: string) => string;
}

/** First step of `npm run codegen`: the documents that a noun's machine says whole, beside the noun, where the types of documents are made. */
for (const [folder, noun] of Object.entries(NOUNS))
  if ('type' in noun)
    await writeFile(path.join(import.meta.dirname, `../nouns/${folder}/deeds.derived.graphql`), documentsOf(noun));

function documentsOf({ machine, type, answer, each, field = viewerCan }: Shown): string {
  const deeds = (Object.entries(machine) as [string, Row][]).filter(([, row]) => isOffered(row));
  const fields = deeds.map(([deed]) => `  ${field(deed)}\n`).join('');
  const mutations = deeds
    .filter(([, row]) => !row.asksMore)
    .flatMap(([, row]) => [
      row.mutation
        ? mutationOf(row.mutation, ['id: ID!', ...(row.isUnversioned ? [] : ['version: Int!'])], row, answer)
        : '',
      row.many && each ? mutationOf(row.many, ['ids: [ID!]!'], row, each) : '',
    ]);
  return [`fragment ${type}Deeds on ${type} {\n  id\n${fields}}\n`, ...mutations.filter(Boolean)].join('\n');
}

function mutationOf(name: string, given: readonly string[], { asks }: Row, shown: string): string {
  const all = asks ? [...given, `${asks}: String!`] : given;
  const declared = all.map((one) => `$${one}`).join(', ');
  const passed = all.map((one) => `${one.split(':')[0]}: $${one.split(':')[0]}`).join(', ');
  return `mutation ${operationOf(name)}(${declared}) {\n  ${name}(${passed}) {\n    ...${shown}\n  }\n}\n`;
}
