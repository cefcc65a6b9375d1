import { fileProblems } from './file.problems.ts';
import { Findings, ImportRefused } from './finding.ts';

const LINE_FEED = 0x0a;

/** Text of a CSV file as offices make them: UTF-8 with or without BOM, UTF-16 with BOM, GBK (read as GB 18030). */
export function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  const whole = tryDecode(bytes, 'utf-8');
  if (whole !== undefined) return whole;
  const broken = linesThatAreNotUtf8(bytes);
  // A UTF-8 file with a damaged line is also readable as GBK, as nonsense: the majority of its lines tells.
  if (broken.damaged.length < broken.sound) return refuseLines(broken.damaged);
  return tryDecode(bytes, 'gb18030') ?? refuseLines(broken.damaged);
}

export function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Line numbers that are not UTF-8, and how many lines with Chinese text are. */
function linesThatAreNotUtf8(bytes: Uint8Array): { damaged: number[]; sound: number } {
  const damaged: number[] = [];
  let sound = 0;
  let start = 0;
  for (let line = 1; start < bytes.length; line++) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found;
    const text = bytes.subarray(start, end);
    if (tryDecode(text, 'utf-8') === undefined) damaged.push(line);
    else if (text.some((byte) => byte > 0x7f)) sound += 1;
    start = end + 1;
  }
  return { damaged, sound };
}

function refuseLines(lines: number[]): never {
  const findings = new Findings();
  for (const line of lines) findings.refuse({ line }, fileProblems.encoding());
  throw new ImportRefused(findings);
}
