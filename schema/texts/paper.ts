import type { PaperPicture } from './pictures.ts';
import { printable } from './printable.ts';

/**
 * What a line or paragraph is on paper; how it looks says each format. First those of an issue from top to foot, then those of an official paper (GB/T
 * 9704-2012): 发文机关标志, 发文字号 with the red rule, 标题, 主送, 一、 and （一）, a row of a sheet, a folder's contents with its page, a hand under it, 署名 and
 * 成文日期; 版记 is the same of both.
 */
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
  'pictures',
  'issuerMark',
  'docNumber',
  'headline',
  'addressee',
  'clause',
  'subclause',
  'field',
  'contentsPage',
  'signature',
  'issuance',
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
  /** Stands at the right end of the same line; of a row its value, of a signature its hash, of an issuance its date. */
  end?: string;
  /** Of a paragraph: the same text with its bold words. */
  words?: readonly Phrase[];
  /** Of a heading and its entry in the contents: what ties the two together. */
  key?: string;
  /** Side by side, and no text: what they say to whoever does not see them stands with each. */
  pictures?: readonly PaperPicture[];
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
  const pictures = block.pictures?.map((each) => ({ ...each, alt: printable(each.alt) }));
  return {
    ...{ ...block, text },
    ...(block.end !== undefined && { end: printable(block.end) }),
    ...(words && { words }),
    ...(pictures && { pictures }),
  };
}

/** What has nothing to say and nothing to show takes no line. */
export const hasContent = ({ text, end, pictures }: Block): boolean =>
  text !== '' || end !== undefined || pictures !== undefined;

/** The canonical lines in reading order, which every format holds; pictures are none. */
export function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap(({ role, text, end, pictures }) => {
    if (pictures) return [];
    if (end === undefined) return [text];
    return TWO_LINES.includes(role) ? [text, end] : [end ? `${text}　　${end}` : text];
  });
}
/** Both of its texts are lines by themselves: a row's label and value, a hand and the hash under it, an issuer and the date. */
const TWO_LINES: readonly BlockRole[] = ['field', 'signature', 'issuance'];

/** In characters of the text: figures and letters are half as wide. */
const widthOf = (text: string) => [...text].reduce((sum, each) => sum + (/[\u0020-\u024f]/.test(each) ? 0.5 : 1), 0);
/** 右空四字: how far the date stands from the right edge, in characters. */
export const DATE_INDENT = 4;
/** The issuer stands above the middle of the date, as far as the line has room for it. */
export const issuerIndent = ({ text, end = '' }: Pick<Block, 'text' | 'end'>): number =>
  Math.max(0, DATE_INDENT + (widthOf(end) - widthOf(text)) / 2);

/** An issuer's mark is as large as its line allows, in points: 小标宋, and no larger than a title of 一号 twice. */
export const markPoints = ({ text }: Pick<Block, 'text'>): number =>
  Math.max(22, Math.min(42, Math.floor(430 / Math.max(1, widthOf(text)))));
