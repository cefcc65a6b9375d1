import { spawn } from 'node:child_process';
import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
  name: string;
  content: string | Buffer;
  /** What the directory claims it unpacks to, when that is a lie. */
  claimed?: number;
}

/** An archive as a program would write it, except where a part says otherwise. */
export function archive(parts: Part[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, claimed } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 9 });
    const entry = Buffer.alloc(26);
    entry.writeUInt16LE(20, 0);
    entry.writeUInt16LE(8, 4);
    entry.writeUInt32LE(crc32(bytes), 10);
    entry.writeUInt32LE(packed.length, 14);
    entry.writeUInt32LE(claimed ?? bytes.length, 18);
    entry.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const before = [Buffer.from('PK\x03\x04'), entry, Buffer.from(name), packed];
    local.push(...before);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), entry, place, Buffer.from(name));
    at += before.reduce((sum, { length }) => sum + length, 0);
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, entries, Buffer.from('PK\x05\x06'), end]);
}

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...kinds: [kind: string, target: string][]) =>
  `<Relationships>${kinds.map(([kind, target], i) => `<Relationship Id="r${i}" Type="${RELATION}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;

/** A workbook of one sheet with these parts. */
export function workbook({
  sheet,
  strings = '<sst/>',
  styles = '<styleSheet/>',
  claimed,
}: Record<'sheet', string> & {
  strings?: string;
  styles?: string;
  claimed?: number;
}): Buffer {
  return archive([
    { name: '_rels/.rels', content: relations(['officeDocument', 'xl/workbook.xml']) },
    {
      name: 'xl/workbook.xml',
      content: '<workbook><sheets><sheet name="a" sheetId="1" r:id="r0"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        ['worksheet', 'worksheets/sheet1.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
        ['styles', 'styles.xml'],
      ),
    },
    { name: 'xl/sharedStrings.xml', content: strings, claimed },
    { name: 'xl/styles.xml', content: styles },
    { name: 'xl/worksheets/sheet1.xml', content: sheet, claimed },
  ]);
}

export const sheetOf = (rows: string, after = '') => `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`;

export interface Measured {
  code: string;
  /** Of processor time, which a crowded machine does not lengthen as it does the time that passes. */
  milliseconds: number;
  megabytes: number;
}

const READ = `
const { readTable } = await import(process.argv[1]);
const before = process.cpuUsage();
const code = await readTable(process.argv[2]).then((rows) => rows.length + ' rows', (error) => error.findings?.errors[0]?.code ?? String(error));
const { readFileSync, existsSync } = await import('node:fs');
const { user, system } = process.cpuUsage(before);
// On Linux maxRSS begins with what the parent had.
const peak = existsSync('/proc/self/status') ? /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1] : process.resourceUsage().maxRSS;
console.log(JSON.stringify({ code, milliseconds: (user + system) / 1000, megabytes: Number(peak) / 1024 }));`;

/** Reads a file in a process of its own: what came of it, how much it computed, and the most memory that the whole process had. */
export function measured(file: string): Promise<Measured> {
  const table = new URL('./table.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--input-type=module', '-e', READ, table, file], {
    env: { ...process.env, NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<Measured>();
  let told = '';
  child.stdout.on('data', (piece) => {
    told += piece;
  });
  child.on('error', reject);
  child.on('close', () => (told ? resolve(JSON.parse(told)) : reject(new Error('the reader ended without a word'))));
  return promise;
}
