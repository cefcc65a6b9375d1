import { inflateRawSync } from 'node:zlib';
import { fileProblems } from './file.problems.ts';
import { refuseFile } from './finding.ts';
import { IMPORT_LIMITS } from './limits.ts';

/** A part as the archive's directory describes it, before anything is unpacked (APPNOTE 4.3.12). */
interface Part {
  method: number;
  packed: number;
  unpacked: number;
  at: number;
}

export interface Archive {
  has(name: string): boolean;
  /** The text of a part; refused when the directory or the part itself says that it is too large. */
  text(name: string): string;
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const [STORED, DEFLATED] = [0, 8];

export function openArchive(bytes: Uint8Array): Archive {
  const parts = directoryOf(bytes);
  const partOf = (name: string) => parts.get(name) ?? refuseFile(fileProblems.brokenExcel());
  return { has: (name) => parts.has(name), text: (name) => new TextDecoder().decode(unpack(bytes, partOf(name))) };
}

function directoryOf(bytes: Uint8Array): Map<string, Part> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = directoryEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > IMPORT_LIMITS.xlsx.entries) refuseFile(fileProblems.tooLargeUnpacked());
  const parts = new Map<string, Part>();
  let entry = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (entry + 46 > end || view.getUint32(entry, true) !== DIRECTORY_ENTRY) refuseFile(fileProblems.brokenExcel());
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(entry + field, true)) as [
      number,
      number,
      number,
    ];
    parts.set(new TextDecoder().decode(bytes.subarray(entry + 46, entry + 46 + name)), {
      method: view.getUint16(entry + 10, true),
      packed: view.getUint32(entry + 20, true),
      unpacked: view.getUint32(entry + 24, true),
      at: view.getUint32(entry + 42, true),
    });
    entry += 46 + name + extra + comment;
  }
  return parts;
}

/** The end of the directory stands before a comment of at most 65,535 bytes. */
function directoryEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let end = view.byteLength - 22; end >= first; end--) if (view.getUint32(end, true) === DIRECTORY_END) return end;
  return refuseFile(fileProblems.brokenExcel());
}

/** The directory may lie about a size, so unpacking stops at the limit as well. */
function unpack(bytes: Uint8Array, { method, packed, unpacked, at }: Part): Uint8Array {
  const most = IMPORT_LIMITS.xlsx.partBytes;
  if (unpacked > most) refuseFile(fileProblems.tooLargeUnpacked());
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL_ENTRY) refuseFile(fileProblems.brokenExcel());
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const content = bytes.subarray(start, start + packed);
  if (method === STORED && content.length <= most) return content;
  if (method !== DEFLATED) refuseFile(fileProblems.brokenExcel());
  try {
    return inflateRawSync(content, { maxOutputLength: most });
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return refuseFile(isTooLarge ? fileProblems.tooLargeUnpacked() : fileProblems.brokenExcel());
  }
}
