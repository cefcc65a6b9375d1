import { readFile, stat } from 'node:fs/promises';
import { parseCsv } from './csv.ts';
import { decode, startsWith } from './encoding.ts';
import { fileProblems } from './file.problems.ts';
import { refuseFile } from './finding.ts';
import { IMPORT_LIMITS } from './limits.ts';
import type { Row } from './row.ts';
import { parseXlsx } from './xlsx.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];

/** The rows of a CSV or XLSX file, header first; what it is follows from its content, not from its name. */
export async function readTable(file: string): Promise<Row[]> {
  const bytes = await readBytes(file);
  if (startsWith(bytes, OLD_EXCEL)) refuseFile(fileProblems.oldExcel());
  const rows = (startsWith(bytes, ZIP) ? await parseXlsx(bytes) : readText(bytes)).filter(isFilled);
  if (rows.length < 2) refuseFile(fileProblems.empty());
  return rows;
}

async function readBytes(file: string): Promise<Uint8Array> {
  const { size } = await stat(file).catch(() => refuseFile(fileProblems.absent(), { value: file }));
  if (size > IMPORT_LIMITS.bytes) refuseFile(fileProblems.tooLarge());
  return readFile(file).catch(() => refuseFile(fileProblems.absent(), { value: file }));
}

function readText(bytes: Uint8Array): Row[] {
  const text = decode(bytes);
  if (text.includes('\0')) refuseFile(fileProblems.notText());
  return parseCsv(text);
}

/** Excel writes lines of bare commas for rows that were once used. */
const isFilled = ({ cells }: Row) => cells.some((cell) => cell !== '');
