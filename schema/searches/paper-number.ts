import { folded } from '../texts/characters.ts';

/** 第28期, 总第28期, 2026年第3期, 2026-3期: of a year when one is named. */
export interface IssueNumber {
  year: number | null;
  no: number;
  /** Of all time and of no year. */
  isCumulative: boolean;
}
const ISSUE = /^(?:(\d{4})(?:年|-))?(总)?第?(\d{1,5})期$/;
export function issueNumberIn(text: string): IssueNumber | null {
  const [, year, all, no] = ISSUE.exec(folded(text).replace(/\s/g, '')) ?? [];
  return no ? { year: year ? Number(year) : null, no: Number(no), isCumulative: Boolean(all) } : null;
}

/** 2026-0290, as instructions are numbered. */
export function instructionNumberIn(text: string): { year: number; serial: number } | null {
  const [, year, serial] = /^(\d{4})-(\d{1,9})$/.exec(folded(text).trim()) ?? [];
  return serial ? { year: Number(year), serial: Number(serial) } : null;
}
