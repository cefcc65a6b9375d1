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

export interface SerialNumber {
  year: number;
  serial: number;
}
const serialIn = (pattern: RegExp, text: string): SerialNumber | null => {
  const [, year, serial] = pattern.exec(folded(text).trim()) ?? [];
  return serial ? { year: Number(year), serial: Number(serial) } : null;
};
/** 2026-0290, as instructions are numbered. */
export const instructionNumberIn = (text: string) => serialIn(/^(\d{4})-(\d{1,9})$/, text);
/** 案2026-0012, 案 2026-0012 or 2026-0012, as cases are. */
export const caseNumberIn = (text: string) => serialIn(/^(?:案\s*)?(\d{4})-(\d{1,9})$/, text);

/** 告字〔2026〕12号, as papers are numbered, in whichever brackets it was typed. */
export function paperNumberIn(text: string): string | null {
  const [, series, year, no] =
    /^(\p{Script=Han}{1,10})[〔[(【［（](\d{4})[〕\])】］）]第?0*(\d{1,9})号?$/u.exec(
      folded(text).replace(/\s/g, ''),
    ) ?? [];
  return no ? `${series}〔${year}〕${no}号` : null;
}
