import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Refusal } from '@lxq/schema/attachments/attachment-words.ts';
import sharp from 'sharp';
import { REFUSAL_WORDS } from './attachment.words.ts';
import * as files from './attachment-files.testing.ts';
import { type Kind, type Person, type Post, partOf, startPost, storedIn } from './attachment-server.testing.ts';
import * as voices from './attachment-voices.testing.ts';

let post: Post;
let officer: Person;
beforeAll(async () => {
  post = await startPost();
  officer = await post.as('officer');
});
afterAll(() => post.close());

const cut = async () => (await files.picture()).subarray(0, 300);
const HOSTILE: [what: string, kind: Kind, name: string, () => Buffer | Promise<Buffer>, Refusal][] = [
  ['an SVG with a script', 'PHOTO', '', files.svg, 'MARKUP'],
  ['an SVG as a document', 'FILE', '图.pdf', files.svg, 'MARKUP'],
  ['a page called .jpg', 'PHOTO', '', files.page, 'MARKUP'],
  ['a page as a document', 'FILE', 'a.txt', files.page, 'MARKUP'],
  ['a page as a voice', 'VOICE', '', files.page, 'MARKUP'],
  ['a PNG of 50,000 × 50,000', 'PHOTO', '', () => files.hugePng(50_000, 50_000), 'TOO_MANY_PIXELS'],
  ['a large JPEG that comes layer by layer', 'PHOTO', '', () => files.heavy('progressive'), 'TOO_MANY_PIXELS'],
  ['a large PNG that comes layer by layer', 'PHOTO', '', () => files.heavy('interlaced'), 'TOO_MANY_PIXELS'],
  ['a large PNG of 16 bits', 'PHOTO', '', () => files.heavy('deep'), 'TOO_MANY_PIXELS'],
  ['a large JPEG on its side', 'PHOTO', '', () => files.heavy('turned'), 'TOO_MANY_PIXELS'],
  ['a PNG cut off', 'PHOTO', '', () => files.hugePng(1_000, 1_000), 'BROKEN'],
  ['a JPEG cut off', 'PHOTO', '', cut, 'BROKEN'],
  ['a HEIC', 'PHOTO', '', files.heic, 'HEIC'],
  ['a PDF as a photo', 'PHOTO', '', () => files.pdf(), 'NO_PHOTO'],
  ['ten gigabytes in ten megabytes', 'FILE', 'a.docx', () => files.bomb(false), 'BOMB'],
  ['the same, with a list that lies', 'FILE', 'a.docx', () => files.bomb(true), 'BOMB'],
  ['entries that lie on each other', 'FILE', 'a.docx', files.overlapping, 'BOMB'],
  ['a thousand and more entries', 'FILE', 'a.docx', () => files.manyParts(1_000), 'BOMB'],
  [
    'names that lead outside',
    'FILE',
    'a.docx',
    () => files.docx({ name: '../../etc/passwd', content: Buffer.from('x') }),
    'PATHS',
  ],
  [
    'names from the root',
    'FILE',
    'a.docx',
    () => files.docx({ name: 'C:\\windows\\x', content: Buffer.from('x') }),
    'PATHS',
  ],
  ['macros', 'FILE', 'a.docx', () => files.docx({ name: 'word/vbaProject.bin', content: Buffer.from('x') }), 'MACROS'],
  [
    'a locked document',
    'FILE',
    'a.docx',
    () => files.docx({ name: 'x', content: Buffer.from('x'), flags: 1 }),
    'LOCKED',
  ],
  ['an archive', 'FILE', 'a.docx', () => files.zip([{ name: 'a.txt', content: Buffer.from('x') }]), 'ARCHIVE'],
  [
    'a document with a tail',
    'FILE',
    'a.docx',
    () => Buffer.concat([files.docx(), Buffer.from(files.SCRIPT)]),
    'BROKEN',
  ],
  [
    'an old document',
    'FILE',
    'a.doc',
    () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    'OLD_OFFICE',
  ],
  ['a program', 'FILE', 'a.pdf', () => Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'NO_FILE'],
  ['a PDF without an end', 'FILE', 'a.pdf', () => Buffer.concat([files.pdf(), Buffer.alloc(3_000, 'x')]), 'BROKEN'],
  ['a PDF that is a page', 'FILE', 'a.pdf', () => files.pdfAnd(files.page()), 'MARKUP'],
  ['a PDF that is a program', 'FILE', 'a.pdf', () => files.pdfAnd(files.program()), 'NO_FILE'],
  ['a template from elsewhere', 'FILE', 'a.docx', () => files.leading('attachedTemplate'), 'MACROS'],
  ['the same, in other letters', 'FILE', 'a.docx', () => files.leading('image', '&#69;xternal', 'utf16le'), 'MACROS'],
  [
    'a document in it',
    'FILE',
    'a.docx',
    () => files.docx({ name: 'word/embeddings/a.bin', content: Buffer.from('x') }),
    'EMBEDDED',
  ],
  [
    'a control in it',
    'FILE',
    'a.docx',
    () => files.docx({ name: 'word/activeX/a.xml', content: Buffer.from('x') }),
    'MACROS',
  ],
  [
    'one that may run macros',
    'FILE',
    'a.docx',
    () => files.typed('application/vnd.ms-word.document.macroEnabled.main+xml'),
    'MACROS',
  ],
  ['a video', 'VOICE', '', () => voices.mp4('vide', 'soun'), 'VIDEO'],
  ['a video as WebM', 'VOICE', '', () => voices.webm(1), 'VIDEO'],
  ['a video as Ogg', 'VOICE', '', () => voices.ogg('theora'), 'VIDEO'],
  ['a WebM whose tags have no end', 'VOICE', '', () => voices.webm(2).subarray(0, -4), 'BROKEN'],
  ['an Ogg cut off', 'VOICE', '', () => voices.ogg().subarray(0, -4), 'BROKEN'],
  ['boxes in boxes', 'VOICE', '', () => voices.deepMp4(200_000), 'BROKEN'],
  ['a photo as a voice', 'VOICE', '', () => files.picture(), 'NO_VOICE'],
];
test.each(HOSTILE)(
  '%s is refused, says why, and leaves nothing in the store',
  async (_what, kind, name, make, refusal) => {
    const before = (await storedIn(post)).length;
    const { status, report, attachment } = await officer.sends(partOf(await make(), kind, name));
    expect(status).toBe(204); // all has come; the row says what came of it
    expect(attachment).toMatchObject({
      state: 'REFUSED',
      refusal: REFUSAL_WORDS[refusal][0],
      url: null,
      mediaType: null,
    });
    expect(report).toMatchObject({ attachmentsPromised: 1, attachmentsArrived: 0 });
    expect((await storedIn(post)).length).toBe(before);
  },
);

test('nothing empty is promised', async () => {
  expect(await officer.reports([partOf(Buffer.alloc(0))])).toMatchObject({ code: 'BAD_INPUT', field: 'photo' });
  expect(await officer.reports([partOf(Buffer.alloc(0), 'FILE')])).toMatchObject({ code: 'BAD_INPUT', field: 'file' });
});

test('what hangs on a picture is not kept: a page behind it, an archive behind it, where it was taken', async () => {
  const hidden: Buffer[] = [
    Buffer.concat([await files.picture(), files.page()]),
    Buffer.concat([await files.picture(), files.zip([{ name: 'evil.html', content: files.page() }])]),
    await sharp(await files.picture())
      .withExif({ IFD0: { ImageDescription: files.SCRIPT } })
      .jpeg()
      .toBuffer(),
    await files.located(),
  ];
  expect((await sharp(hidden[3]).metadata()).exif?.toString('latin1')).toContain('SecretPhone');
  for (const bytes of hidden) {
    const { attachment } = await officer.sends(partOf(bytes));
    for (const link of [attachment.url, attachment.thumbnailUrl]) {
      const kept = Buffer.from(await (await officer.get(link)).arrayBuffer());
      expect(kept.equals(bytes)).toBe(false);
      const { exif, icc, xmp, iptc } = await sharp(kept).metadata();
      expect({ exif, icc, xmp, iptc }).toEqual({});
    }
  }
  const all = (await Promise.all((await storedIn(post)).map((file) => readFile(file, 'latin1')))).join();
  for (const trace of ['<script', 'evil.html', 'PK\u0003\u0004', 'SecretPhone', 'petitioner'])
    expect(all).not.toContain(trace);
});

test('a picture stands upright, and without the mark that would turn it again', async () => {
  const lying = await sharp(await files.picture(600, 400))
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { attachment } = await officer.sends(partOf(lying));
  expect(attachment).toMatchObject({ width: 400, height: 600 });
});

test('documents are kept as what they are, whatever they are called', async () => {
  const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const kinds: [Buffer, string, string, string][] = [
    [files.docx(), '../名单\u202Efdp.exe', office, '名单fdp.docx'],
    [files.leading('hyperlink'), '链接.docx', office, '链接.docx'],
    [files.pdfAnd('%MZ'), '机.pdf', 'application/pdf', '机.pdf'],
    [files.pdf(), '方案.pdf', 'application/pdf', '方案.pdf'],
    [Buffer.from('户主,人数\n张,3\n'), '表.csv', 'text/plain; charset=utf-8', '表.csv'],
  ];
  for (const [bytes, name, mediaType, saved] of kinds) {
    const { attachment } = await officer.sends(partOf(bytes, 'FILE', name));
    expect(attachment).toMatchObject({ state: 'ARRIVED', mediaType });
    const { headers } = await officer.get(attachment.url);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="attachment${saved.slice(saved.lastIndexOf('.'))}"; filename*=UTF-8''${encodeURIComponent(saved)}`,
    );
    expect(headers.get('content-type')).toBe(mediaType);
  }
});

test('memory stays flat while thirty of the worst come', async () => {
  const whole = await sharp({ create: { width: 6_000, height: 5_000, channels: 3, background: '#386' } })
    .jpeg({ quality: 30 })
    .toBuffer();
  const bombs = [files.bomb(false, 20), files.bomb(true, 20)]; // two gigabytes each
  const worst = [
    () => partOf(files.hugePng(50_000, 50_000)),
    () => partOf(whole),
    ...bombs.map((bomb) => () => partOf(bomb, 'FILE', 'a.docx')),
  ];
  const three = (i: number) =>
    Promise.all([0, 1, 2].map((j) => officer.sends(worst[(i + j) % worst.length]?.() as never)));
  await three(0);
  await three(1);
  const before = process.memoryUsage().rss;
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss - before);
  }, 20);
  for (let i = 0; i < 30; i += 3) await three(i);
  clearInterval(watch);
  expect(most).toBeLessThan(200 * 1024 * 1024);
});

test('other bytes than were promised are not looked at: they are sent anew', async () => {
  const part = partOf(await files.picture());
  const other = Buffer.from(part.bytes);
  other[other.length - 30] = (other[other.length - 30] as number) ^ 1;
  expect(hash('sha256', other)).not.toBe(part.draft.sha256);
  const { id, attachments } = await officer.reports([part]);
  expect(await officer.upload(attachments[0].id, other)).toBe(460);
  expect((await officer.shows(id)).attachments[0]).toMatchObject({ state: 'AWAITED', refusal: null });
  expect((await officer.head(attachments[0].id)).status).toBe(404);
  expect(await officer.upload(attachments[0].id, part.bytes)).toBe(204);
  expect((await officer.shows(id)).attachments[0]).toMatchObject({ state: 'ARRIVED' });
});
