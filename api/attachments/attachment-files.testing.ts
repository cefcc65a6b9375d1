import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/* Files as they may come, made here: pictures and voices that are what they say, and what is not. */

let shade = 0;
/** A picture that no other test has. */
export const picture = (width = 640, height = 480): Promise<Buffer> => {
  const background = { r: 40, g: shade % 256, b: Math.floor(shade++ / 256) };
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
};

/** More than may lie in memory at once, and a few kilobytes. */
export const heavy = (how: 'progressive' | 'interlaced' | 'deep' | 'turned'): Promise<Buffer> => {
  const plain = sharp({ create: { width: 4_200, height: 4_001, channels: 3, background: '#386' } });
  if (how === 'interlaced') return plain.png({ progressive: true }).toBuffer();
  if (how === 'deep') return plain.toColourspace('rgb16').png().toBuffer();
  if (how === 'progressive') return plain.jpeg({ progressive: true }).toBuffer();
  return plain.withMetadata({ orientation: 6 }).jpeg().toBuffer();
};

export const SCRIPT = '<script>fetch("/graphql")</script>';
export const svg = () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${SCRIPT}</svg>`);
export const page = () => Buffer.from(`\n<!DOCTYPE html><html><body>${SCRIPT}</body></html>`);

/** A PNG whose head says so many pixels, and which is a few bytes. */
export function hugePng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8); // one bit a pixel, grey
  const row = Buffer.alloc(1 + Math.ceil(width / 8));
  const some = Buffer.concat(Array.from({ length: 64 }, () => row));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...[chunk('IHDR', head), chunk('IDAT', deflateSync(some)), chunk('IEND', Buffer.alloc(0))],
  ]);
}
function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** The head of a picture as an iPhone writes it. */
export const heic = (): Buffer => {
  const head = Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1');
  return Buffer.concat([head, Buffer.alloc(2_000)]);
};

/** A JPEG that says where it was taken, and by which machine. */
export const located = async (): Promise<Buffer> =>
  sharp(await picture(800, 600))
    .withExif({
      IFD0: { Make: 'SecretPhone', ImageDescription: 'at the petitioner’s house' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 12/1 5/1', GPSLongitudeRef: 'E', GPSLongitude: '113/1 1/1 9/1' },
    })
    .jpeg()
    .toBuffer();

interface Entry {
  name: string;
  content: Buffer;
  /** What the list says it unpacks to, where that is not so. */
  said?: number;
  /** Packed already. */
  packed?: Buffer;
  flags?: number;
  /** Another name in the list for the entry before. */
  isShared?: boolean;
}
/** An archive, whatever is said in it. */
export function zip(entries: readonly Entry[]): Buffer {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  let last = 0;
  for (const { name, content, said = content.length, packed = deflateRawSync(content), ...more } of entries) {
    const { flags = 0, isShared = false } = more;
    const named = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(said, 18);
    common.writeUInt16LE(named.length, 22);
    const file = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, named, packed]);
    const tail = Buffer.alloc(14);
    if (!isShared) last = at;
    tail.writeUInt32LE(last, 10);
    list.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'), common, tail, named]));
    if (isShared) continue;
    files.push(file);
    at += file.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  const listed = Buffer.concat(list);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, listed, end]);
}

const TYPES = { name: '[Content_Types].xml', content: Buffer.from('<Types/>') };
const BODY = { name: 'word/document.xml', content: Buffer.from(`<w:document>${'村民名单'.repeat(50)}</w:document>`) };
export const docx = (...more: Entry[]): Buffer => zip([TYPES, BODY, ...more]);

const TEN_MB = Buffer.alloc(10 * 1024 * 1024);
/** Ten gigabytes of nothing in some ten megabytes, and a list that says so or hides it. */
export function bomb(isHidden: boolean, files = 100): Buffer {
  const packed = deflateRawSync(Buffer.alloc(100 * 1024 * 1024));
  const said = isHidden ? 1_000 : 100 * 1024 * 1024;
  const entries = Array.from({ length: files }, (_, i) => ({
    name: `word/media/${i}.bin`,
    content: TEN_MB,
    said,
    packed,
  }));
  return docx(...entries);
}

/** Entries that are all the same bytes of the file. */
export function overlapping(): Buffer {
  const content = Buffer.alloc(1_000, 'x');
  return docx(...Array.from({ length: 500 }, (_, i) => ({ name: `word/${100 + i}.xml`, content, isShared: i > 0 })));
}
export const manyParts = (count: number): Buffer =>
  docx(...Array.from({ length: count }, (_, i) => ({ name: `word/${i}.xml`, content: Buffer.from('x') })));

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Leads out of the document, as what the type says. */
export const external = (type: string, mode = 'External', encoding: 'utf8' | 'utf16le' = 'utf8'): Buffer =>
  Buffer.from(
    `<Relationships><Relationship Id="a" Target="http://x.cn/a>Type='/hyperlink'" TargetMode="${mode}" Type="${REL}/${type}"/></Relationships>`,
    encoding,
  );
export const leading = (...told: Parameters<typeof external>): Buffer =>
  docx({ name: 'word/_rels/document.xml.rels', content: external(...told) });
export const typed = (type: string): Buffer =>
  zip([{ ...TYPES, content: Buffer.from(`<Types><Override ContentType="${type}"/></Types>`) }, BODY]);
const WORKBOOK = { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') };
export const xlsx = (...more: Entry[]): Buffer => zip([TYPES, WORKBOOK, ...more]);
/** A document with a chart, and the workbook that it is drawn from. */
export const charted = (workbook: Buffer, of = 'charts/_rels/chart1.xml.rels', name = 'Sheet1.xlsx'): Buffer =>
  docx(
    {
      name: `word/${of}`,
      content: Buffer.from(
        `<Relationships><Relationship Id="a" Target="../embeddings/${name}" Type="${REL}/package"/></Relationships>`,
      ),
    },
    { name: `word/embeddings/${name}`, content: workbook },
  );
/** A PDF, and behind its first line something else. */
export const pdfAnd = (what: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(what as string), pdf()]);
export function program(): Buffer {
  const head = Buffer.alloc(128);
  head.write('MZ', 'latin1');
  head.writeUInt32LE(64, 60);
  head.write('PE', 64, 'latin1');
  return head;
}

export const pdf = (tail = ''): Buffer =>
  Buffer.from(`%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n${tail}`);
