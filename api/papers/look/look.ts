import { spawnSync } from 'node:child_process';
import { Console } from 'node:console';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { OFFICIAL_PAPER_KINDS, type OfficialPaperKind } from '@lxq/schema/papers/official-papers.ts';
import { linesOf, type Paper } from '@lxq/schema/texts/paper.ts';
import { docxLines, pdfWords, words } from '../../platform/papers/text.reading.ts';
import { typeset } from '../../platform/papers/typesetter.ts';
import { exampleFolder, examplePapers } from '../paper.example.ts';
import { declared, type Measures, measured, STANDARD } from './measure.ts';

/**
 * `npm run papers [-- folder]`: writes every kind as DOCX and PDF, has LibreOffice print each DOCX and draws first pages as PNG where those tools are there (SOFFICE and PDFTOPPM may
 * name them), and prints what was measured beside what GB/T 9704-2012 asks, and whether all of them say the same.
 */
const FOLDER = resolve(process.argv[2] ?? '.data/papers');
const { SOFFICE = 'soffice', PDFTOPPM = 'pdftoppm' } = process.env;
/** Without a sign that a line's end may squeeze. */
const LONG = '为检查每页行数和每行字数而写的正文'.repeat(90);

type Line = Measures & { texts: string };
const equal = (isEqual: boolean) => (isEqual ? 'equal' : 'DIFFERENT');
const wordsOf = ({ parts }: Paper) => words(...parts.flatMap(linesOf));

/** Signs that hang out of a line get lost where they are read back, and page numbers stand between. */
const letters = (text: string) => text.replace(/—\d+—|\p{P}/gu, '');

function keep(name: string, bytes: Uint8Array): string {
  const path = join(FOLDER, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  if (name.endsWith('.pdf')) draw(path);
  return path;
}
/** Its first two pages. */
const draw = (path: string) =>
  spawnSync(PDFTOPPM, ['-r', '60', '-png', '-l', '2', path, path.replace('.pdf', '')], { timeout: 60_000 });

function byLibreOffice(docx: string): Uint8Array | undefined {
  const into = join(dirname(docx), 'libreoffice');
  const path = join(into, basename(docx).replace('.docx', '.pdf'));
  rmSync(path, { force: true });
  spawnSync(SOFFICE, ['--headless', '--convert-to', 'pdf', '--outdir', into, docx], { timeout: 120_000 });
  if (!existsSync(path)) return undefined;
  draw(path);
  return readFileSync(path);
}

async function look(kind: OfficialPaperKind): Promise<Record<string, Line>> {
  const paper = examplePapers()[kind];
  const full = examplePapers({ brief: LONG, body: LONG, answer: LONG, reason: LONG, opinion: LONG })[kind];
  const said = wordsOf(paper);
  const [docx, pdf] = [await typeset('DOCX', paper), await typeset('PDF', paper)];
  keep(`${kind}.pdf`, pdf);
  const printed = byLibreOffice(keep(`${kind}.docx`, docx));
  const filled = printed && byLibreOffice(keep(`full/${kind}.docx`, await typeset('DOCX', full)));
  return {
    [`${kind} PDF`]: {
      ...(await measured(pdf, await typeset('PDF', full))),
      texts: equal((await pdfWords(pdf)) === said),
    },
    [`${kind} DOCX`]: { ...declared(docx), texts: equal(words(...docxLines(docx)) === said) },
    ...(printed && {
      [`${kind} LibreOffice`]: {
        ...(await measured(printed, filled ?? printed)),
        texts: equal(letters(await pdfWords(printed)) === letters(said)),
      },
    }),
  };
}

const table: Record<string, Line> = { 'GB/T 9704-2012': { ...STANDARD, texts: '' } };
for (const kind of OFFICIAL_PAPER_KINDS) Object.assign(table, await look(kind));
keep('FOLDER.pdf', await typeset('PDF', exampleFolder(30)));
const out = new Console(process.stdout);
out.table(table);
out.log(`Millimetres; margins: top, left, right, bottom. Files and pictures in ${FOLDER}`);
