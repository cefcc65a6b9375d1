import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DIGEST_MACHINE } from '@lxq/schema/digests/digest-states.ts';
import { INSTRUCTION_MACHINE } from '@lxq/schema/instructions/instruction-states.ts';
import { OPENING_MACHINE } from '@lxq/schema/openings/opening-states.ts';
import { REPORT_MACHINE } from '@lxq/schema/reports/report-states.ts';
import { isOffered, type Transition, viewerCan } from '@lxq/schema/transitions.ts';

type Row = Transition<string, never>;
interface Noun {
  machine: Record<string, unknown>;
  type: string;
  /** What the answer of a deed shows, and of a deed on many for each. */
  answer: string;
  many?: string;
  field?: (deed: string) => string;
}

const NOUNS: Record<string, Noun> = {
  reports: { machine: REPORT_MACHINE, type: 'Report', answer: 'ReportWhole', many: 'DeedResult' },
  digests: { machine: DIGEST_MACHINE, type: 'Digest', answer: 'DigestHead' },
  instructions: { machine: INSTRUCTION_MACHINE, type: 'Instruction', answer: 'InstructionRow' },
  openings: {
    ...{ machine: OPENING_MACHINE, type: 'IdentityOpening', answer: 'OpeningWhole' },
    field: (deed) => viewerCan(deed.replace('Identity', '')),
  },
};

/** First step of `npm run codegen`: the documents that a noun's machine says whole, beside the noun, where the types of documents are made. */
for (const [folder, noun] of Object.entries(NOUNS))
  await writeFile(path.join(import.meta.dirname, `../nouns/${folder}/deeds.derived.graphql`), documentsOf(noun));

function documentsOf({ machine, type, answer, many, field = viewerCan }: Noun): string {
  const deeds = (Object.entries(machine) as [string, Row][]).filter(([, row]) => isOffered(row));
  const fields = deeds.map(([deed]) => `  ${field(deed)}\n`).join('');
  const mutations = deeds
    .filter(([, row]) => !row.asksMore)
    .flatMap(([, row]) => [
      row.mutation
        ? mutationOf(row.mutation, ['id: ID!', ...(row.isUnversioned ? [] : ['version: Int!'])], row, answer)
        : '',
      row.many && many ? mutationOf(row.many, ['ids: [ID!]!'], row, many) : '',
    ]);
  return [`fragment ${type}Deeds on ${type} {\n  id\n${fields}}\n`, ...mutations.filter(Boolean)].join('\n');
}

function mutationOf(name: string, given: readonly string[], { asks }: Row, shown: string): string {
  const all = asks ? [...given, `${asks}: String!`] : given;
  const declared = all.map((one) => `$${one}`).join(', ');
  const passed = all.map((one) => `${one.split(':')[0]}: $${one.split(':')[0]}`).join(', ');
  return `mutation ${name.charAt(0).toUpperCase()}${name.slice(1)}(${declared}) {\n  ${name}(${passed}) {\n    ...${shown}\n  }\n}\n`;
}
