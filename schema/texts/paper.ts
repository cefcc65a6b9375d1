import { printable } from './printable.ts';

/** What a line or paragraph is on paper; how it looks says each format. In the order of a paper from top to foot, an issue's and then an official paper's. */
export const BLOCK_ROLES = [
  'mark',
  'banner',
  'number',
  'issuer',
  'period',
  'contents',
  'contentsHeading',
  'contentsEntry',
  'section',
  'title',
  'paragraph',
  'sources',
  'recipients',
  'copies',
] as const;
export type BlockRole = (typeof BLOCK_ROLES)[number];

/** Words of one look: with marks they are bold. */
export interface Phrase {
  text: string;
  marks?: readonly [{ type: 'bold' }];
}

/** One line or paragraph on paper. The page, print, DOCX and PDF are drawn from the same blocks, in this order. */
export interface Block {
  role: BlockRole;
  text: string;
  /** Stands at the right end of the same line. */
  end?: string;
  /** Of a paragraph: the same text with its bold words. */
  words?: readonly Phrase[];
  /** Of a heading and its entry in the contents: what ties the two together. */
  key?: string;
}

/** What is typeset: a thing's own lines, with what a file says of itself. */
export interface Paper {
  title: string;
  author: string;
  /** ISO day that a file says it is of, so that the same paper always has the same bytes. */
  date: string;
  /** Each begins on a page of its own. */
  parts: readonly (readonly Block[])[];
}

/** The block as paper can have it. */
export function printed(block: Block): Block {
  const words = block.words?.map((each) => ({ ...each, text: printable(each.text) }));
  const text = words ? words.map((each) => each.text).join('') : printable(block.text);
  return { ...block, text, ...(block.end !== undefined && { end: printable(block.end) }), ...(words && { words }) };
}

/** What has nothing to say takes no line. */
export const hasText = ({ text, end }: Block): boolean => text !== '' || end !== undefined;

/** The canonical lines in reading order, which every format holds. */
export function linesOf(blocks: readonly Block[]): string[] {
  return blocks.map(({ text, end }) => (end ? `${text}　　${end}` : text));
}
