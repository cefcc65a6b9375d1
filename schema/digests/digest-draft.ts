import { LIMITS } from '../limits.ts';
import { lengthProblem, type Problem, rangeProblem } from '../problems.ts';
import { printable } from '../texts/printable.ts';

export const RECIPIENT_KINDS = ['report', 'send', 'issue'] as const;
type RecipientKind = (typeof RECIPIENT_KINDS)[number];

/** The head of an issue: what stands on paper above and below the items. */
export interface DigestHead {
  title: string;
  /** 密级或处理标注. */
  mark: string;
  copies: number | null;
  recipients: Record<RecipientKind, string[]>;
}

export type HeadProblem =
  | Problem<'title' | 'mark', 'SHORT' | 'LONG'>
  | Problem<'copies', 'RANGE'>
  | Problem<`recipients.${RecipientKind}`, 'MANY'>;
export type ItemProblem = Problem<'item.title', 'SHORT' | 'LONG'>;

/** A title as paper has it, whether an issue's or an item's. */
export const titleOf = (text: string): string => printable(text).trim();

/** The head as it is kept: what no paper holds left out, every recipient named once. */
export const headOf = ({ title, mark, copies, recipients }: DigestHead): DigestHead => ({
  title: titleOf(title),
  mark: titleOf(mark),
  copies,
  recipients: {
    report: namesOf(recipients.report),
    send: namesOf(recipients.send),
    issue: namesOf(recipients.issue),
  },
});
const namesOf = (given: readonly string[]) => [...new Set(given.map(titleOf).filter((name) => name !== ''))];

/** Everything that keeps a head from being saved, in the order of the form. */
export function headProblems(given: DigestHead): HeadProblem[] {
  const { title, mark, copies, recipients } = headOf(given);
  const limits = LIMITS.digest;
  return [
    ...lengthProblem('title', title, limits.title),
    ...lengthProblem('mark', mark, limits.title),
    ...RECIPIENT_KINDS.flatMap((kind) => recipientProblems(kind, recipients[kind])),
    ...rangeProblem('copies', copies, { min: 1, max: limits.copies }),
  ];
}

/** Too many of them, or a name that is too long. */
function recipientProblems(kind: RecipientKind, names: readonly string[]): HeadProblem[] {
  const { perKind: max, name } = LIMITS.digest.recipients;
  const isLong = names.some((each) => lengthProblem('name', each, { min: 1, max: name }).length > 0);
  return names.length > max || isLong ? [{ field: `recipients.${kind}`, problem: 'MANY', max, length: name }] : [];
}

/** What keeps an item's title from being saved; its text is checked where it is read (rich-text.ts). */
export const itemProblems = ({ title }: { title: string }): ItemProblem[] =>
  lengthProblem('item.title', titleOf(title), LIMITS.digest.item.title);
