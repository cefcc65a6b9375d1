import { LIMITS } from '../limits.ts';
import { lengthFault, visibleLength } from '../texts/characters.ts';
import { printable } from '../texts/printable.ts';

/** The words of a digest item: paragraphs of plain or bold text and nothing else, in the JSON that the editor keeps. */
export interface RichText {
  type: 'doc';
  content: RichParagraph[];
}

export interface RichParagraph {
  type: 'paragraph';
  content?: RichWords[];
}

export interface RichWords {
  type: 'text';
  text: string;
  marks?: [{ type: 'bold' }];
}

const CHARACTERS = LIMITS.digest.item.text;
const PARAGRAPHS = 2_000;

export class RichTextError extends Error {
  readonly place: string;
  constructor(place: string, claim: string) {
    super(`${place} ${claim}`);
    this.name = 'RichTextError';
    this.place = place;
  }
}

/** The same text in its one canonical form: equal content always has equal JSON. Throws RichTextError naming the place. */
export function parseRichText(json: unknown): RichText {
  const doc = node(json, 'doc', 'doc');
  const paragraphs = list(doc, 'doc');
  if (paragraphs.length === 0) throw new RichTextError('doc.content', 'needs at least one paragraph');
  if (paragraphs.length > PARAGRAPHS) {
    throw new RichTextError('doc.content', `has ${paragraphs.length} paragraphs, at most ${PARAGRAPHS} are kept`);
  }
  const parsed: RichText = { type: 'doc', content: paragraphs.map((each, i) => paragraph(each, `doc.content[${i}]`)) };
  const text = plainText(parsed);
  const length = visibleLength(text);
  if (lengthFault(text, { min: 0, max: CHARACTERS })) {
    throw new RichTextError('doc', `has ${length} characters, at most ${CHARACTERS} are kept`);
  }
  return parsed;
}

/** One line per paragraph. */
export function plainText(doc: RichText): string {
  return doc.content.map(paragraphText).join('\n');
}

export function paragraphText(paragraph: RichParagraph): string {
  return (paragraph.content ?? []).map((words) => words.text).join('');
}

export function richTextFromPlain(text: string): RichText {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => printable(line).trim());
  const kept = lines.filter((line) => line !== '');
  return { type: 'doc', content: kept.length > 0 ? kept.map(plainParagraph) : [{ type: 'paragraph' }] };
}

/** What Chinese offices call 字数: every visible character, no spaces. */
export function countCharacters(doc: RichText): number {
  return visibleLength(plainText(doc));
}

function paragraph(json: unknown, place: string): RichParagraph {
  const found = node(json, 'paragraph', place);
  if (found.content === undefined) return { type: 'paragraph' };
  const words = list(found, place).map((each, i) => wordsAt(each, `${place}.content[${i}]`));
  const joined = joinAlike(words);
  return joined.length > 0 ? { type: 'paragraph', content: joined } : { type: 'paragraph' };
}

function wordsAt(json: unknown, place: string): RichWords {
  const found = node(json, 'text', place);
  if (typeof found.text !== 'string') throw new RichTextError(`${place}.text`, 'must be a string');
  const text = printable(found.text);
  return isBold(found.marks, `${place}.marks`)
    ? { type: 'text', text, marks: [{ type: 'bold' }] }
    : { type: 'text', text };
}

function isBold(marks: unknown, place: string): boolean {
  if (marks === undefined) return false;
  if (!Array.isArray(marks)) throw new RichTextError(place, 'must be a list');
  for (const [i, mark] of marks.entries()) node(mark, 'bold', `${place}[${i}]`);
  return marks.length > 0;
}

/** The editor cuts words where the cursor stood; text with the same marks belongs together. */
function joinAlike(words: RichWords[]): RichWords[] {
  const joined: RichWords[] = [];
  for (const each of words) {
    const last = joined.at(-1);
    if (last && Boolean(last.marks) === Boolean(each.marks)) last.text += each.text;
    else if (each.text !== '') joined.push(each);
  }
  return joined;
}

const fields: Record<string, readonly string[]> = {
  doc: ['type', 'content'],
  paragraph: ['type', 'content'],
  text: ['type', 'text', 'marks'],
  bold: ['type'],
};

function node(json: unknown, type: string, place: string): Record<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new RichTextError(place, `must be a ${type}`);
  const found = json as Record<string, unknown>;
  if (found.type !== type) throw new RichTextError(`${place}.type`, `must be “${type}”`);
  for (const key of Object.keys(found)) {
    if (!fields[type]?.includes(key)) throw new RichTextError(`${place}.${key}`, `is no part of a ${type}`);
  }
  return found;
}

function list(found: Record<string, unknown>, place: string): unknown[] {
  if (!Array.isArray(found.content)) throw new RichTextError(`${place}.content`, 'must be a list');
  return found.content;
}

function plainParagraph(text: string): RichParagraph {
  return { type: 'paragraph', content: [{ type: 'text', text }] };
}
