import { expect, test } from '@jest/globals';
import type { Refusal } from '@lxq/schema/attachments/attachment-words.ts';
import { REFUSAL_WORDS } from './attachment.words.ts';
import * as files from './attachment-files.testing.ts';
import { namesIn } from './looking/archive.ts';

/* A chart in a document brings the workbook that it is drawn from. */

const x = Buffer.from('x');
const sheet = { name: 'xl/worksheets/sheet1.xml', content: Buffer.from('<sheet>用水户数</sheet>') };

test('a document with a chart is taken with its workbook, once that was looked through as the document was', async () => {
  const names = await namesIn(files.charted(files.xlsx(sheet)));
  expect(names.has('word/embeddings/Sheet1.xlsx')).toBe(true);
});

const CHARTED: [what: string, Buffer, Refusal][] = [
  ['macros', files.charted(files.xlsx({ name: 'xl/vbaProject.bin', content: x })), 'MACROS'],
  ['another file', files.charted(files.xlsx({ name: 'xl/embeddings/oleObject1.bin', content: x })), 'EMBEDDED'],
  [
    'a workbook in turn',
    files.charted(files.xlsx({ name: 'xl/embeddings/a.xlsx', content: files.xlsx() })),
    'EMBEDDED',
  ],
  ['names that lead outside', files.charted(files.xlsx({ name: '../x', content: x })), 'PATHS'],
  ['a lock', files.charted(files.xlsx({ name: 'x', content: x, flags: 1 })), 'LOCKED'],
  ['a bomb', files.charted(files.bomb(true, 3)), 'BOMB'],
  ['a document that is no workbook', files.charted(files.docx()), 'EMBEDDED'],
  ['what is no archive', files.charted(files.pdf()), 'BROKEN'],
  [
    'a workbook that fetches from elsewhere',
    files.charted(
      files.xlsx({
        name: 'xl/externalLinks/_rels/externalLink1.xml.rels',
        content: files.external('externalLinkPath'),
      }),
    ),
    'MACROS',
  ],
];
test.each(CHARTED)('%s in the workbook of a chart is refused', async (_what, bytes, refusal) => {
  await expect(namesIn(bytes)).rejects.toMatchObject({ refusal });
});

test('a workbook that no chart is drawn from is another file in the file, and the refusal says what to do', async () => {
  const alone = files.docx({ name: 'word/embeddings/Sheet1.xlsx', content: files.xlsx() });
  for (const bytes of [alone, files.charted(files.xlsx(), '_rels/document.xml.rels')])
    await expect(namesIn(bytes)).rejects.toMatchObject({ refusal: 'EMBEDDED' });
  const [zh, en] = REFUSAL_WORDS.EMBEDDED;
  expect(zh).toContain('另存为PDF');
  expect(en).toContain('save it as PDF');
});

test('what a workbook unpacks to counts with what its document does', async () => {
  const heavy = { name: 'xl/media/a.bin', content: Buffer.alloc(60 * 1024 * 1024) };
  await expect(namesIn(files.charted(files.zip([heavy])))).rejects.toMatchObject({ refusal: 'BOMB' });
});
