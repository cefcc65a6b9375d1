import { type Block, type BlockRole, DATE_INDENT, issuerIndent, markPoints } from '@lxq/schema/texts/paper.ts';
import {
  AlignmentType,
  type IFontAttributesProperties,
  type IParagraphOptions,
  type IRunOptions,
  type IStylesOptions,
  TabStopType,
} from 'docx';

/** Of GB/T 9704-2012, in twips (1/20 pt): A4, 版心 156 × 225 mm of 22 lines of 28 characters. */
export const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35), footer: mm(23), header: mm(15) },
  textWidth: mm(156),
  linePitch: Math.floor(mm(225) / 22),
  /** In 1/4096 pt, what a character of 三号 gives up so that 28 stand on a line. */
  charSpace: Math.round((mm(156) / 20 / 28 - 16) * 4096),
};

/** 二号, 三号, 四号 and 小四, in half points. */
export const SIZE = { two: 44, three: 32, four: 28, small: 24, banner: 112 };
const RED = 'D7000F';
/** 0.35 mm and 0.25 mm, in eighths of a point, and not thinner: 0.353 and 0.265 mm. */
export const RULE = { outer: 8, inner: 6 };

/** The official typefaces may be named but not shipped; each has the one to take where it is missing. */
export const TYPEFACES = {
  banner: { name: '方正小标宋简体', instead: '宋体', family: 'roman' },
  body: { name: '仿宋_GB2312', instead: '仿宋', family: 'modern' },
  heading: { name: '黑体', instead: 'SimHei', family: 'modern' },
  note: { name: '楷体_GB2312', instead: '楷体', family: 'modern' },
  page: { name: '宋体', instead: 'SimSun', family: 'roman' },
} as const;

/** The hint puts “ ” … — · into the Chinese typeface. */
export function font(use: keyof typeof TYPEFACES): IFontAttributesProperties {
  const western = use === 'page' ? TYPEFACES.page.name : 'Times New Roman';
  return { ascii: western, hAnsi: western, cs: western, eastAsia: TYPEFACES[use].name, hint: 'eastAsia' };
}

/** −0.3 pt: 28 characters of 三号 stand on a line of 156 mm, in LibreOffice too, whose lines are half a millimetre shorter. */
const normal = {
  font: font('body'),
  size: SIZE.three,
  color: '000000',
  characterSpacing: -6,
  snapToGrid: false,
  language: { eastAsia: 'zh-CN' },
};
const lines = { spacing: { line: PAGE.linePitch, lineRule: 'exact' as const } };
/**
 * The page declares the grid of 22 × 28, and the text keeps to it by measures of its own: with the grid switched on,
 * LibreOffice gives a character a hair wider than its cell two cells.
 */
export const STYLES: IStylesOptions = {
  default: {
    document: { run: normal, paragraph: lines },
    heading1: { run: normal, paragraph: lines },
    heading2: { run: normal, paragraph: lines },
  },
  paragraphStyles: [{ id: 'Normal', name: 'Normal', quickFormat: true, run: normal, paragraph: lines }],
};

const twoCharacters = { firstLine: SIZE.three * 10 * 2 };
const oneCharacter = { left: SIZE.three * 10, right: SIZE.three * 10 };
const rightEdge = [{ type: TabStopType.RIGHT, position: PAGE.textWidth }];
const rightEnd = [{ type: TabStopType.RIGHT, position: PAGE.textWidth - SIZE.three * 10 }];

const contentsLine = { line: 460, lineRule: 'exact' as const };
const footLine = { line: 440, lineRule: 'exact' as const };

interface Look {
  paragraph: Partial<IParagraphOptions>;
  run: Partial<IRunOptions>;
}

const LOOKS: Record<BlockRole, Look> = {
  mark: look({ spacing: { after: 500 }, tabStops: rightEdge }, { font: font('heading') }),
  banner: look(
    { alignment: AlignmentType.CENTER, spacing: { line: 1500, lineRule: 'exact', after: 240 } },
    { font: font('banner'), size: SIZE.banner, color: RED, characterSpacing: 160 },
  ),
  number: look({ alignment: AlignmentType.CENTER, spacing: { after: 240 } }),
  issuer: look({ indent: oneCharacter, tabStops: rightEnd }),
  period: look(
    { alignment: AlignmentType.CENTER, border: { top: { style: 'single', size: 16, color: RED, space: 8 } } },
    { font: font('note'), size: SIZE.four },
  ),
  contents: look(
    { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 120 } },
    { font: font('heading') },
  ),
  contentsHeading: look({ keepNext: true, spacing: contentsLine }, { font: font('heading'), size: SIZE.four }),
  contentsEntry: look({ indent: { left: 980, hanging: 420 }, spacing: contentsLine }, { size: SIZE.four }),
  section: look({ indent: twoCharacters, keepNext: true, spacing: { before: 240 } }, { font: font('heading') }),
  title: look({ indent: twoCharacters, keepNext: true }, { font: font('note') }),
  paragraph: look({ indent: twoCharacters, alignment: AlignmentType.BOTH }),
  pictures: look(),
  sources: look({ alignment: AlignmentType.RIGHT }, { font: font('note') }),
  issuerMark: look(
    { alignment: AlignmentType.CENTER, spacing: { before: mm(35) } },
    { font: font('banner'), color: RED, characterSpacing: 0 },
  ),
  docNumber: look({
    ...{ alignment: AlignmentType.CENTER, spacing: { before: 2 * PAGE.linePitch, after: 2 * PAGE.linePitch } },
    border: { bottom: { style: 'single', size: 16, color: RED, space: 11 } },
  }),
  headline: look(
    {
      alignment: AlignmentType.CENTER,
      spacing: { after: PAGE.linePitch, line: 720, lineRule: 'exact' },
    },
    { font: font('banner'), size: SIZE.two, characterSpacing: 0 },
  ),
  addressee: look(),
  clause: look({ indent: twoCharacters, keepNext: true }, { font: font('heading') }),
  subclause: look({ indent: twoCharacters, keepNext: true }, { font: font('note') }),
  field: look({ spacing: footLine }, { size: SIZE.four, characterSpacing: 0 }),
  contentsPage: look({ spacing: footLine }),
  signature: look({ keepNext: true }, { size: SIZE.four, characterSpacing: 0 }),
  issuance: look({ alignment: AlignmentType.RIGHT, keepLines: true }),
  recipients: look({ indent: { left: 1120, right: 280, hanging: 840 }, spacing: footLine }, { size: SIZE.four }),
  copies: look(
    {
      indent: { left: 280, right: 280 },
      spacing: footLine,
      tabStops: [{ type: TabStopType.RIGHT, position: PAGE.textWidth - 280 }],
    },
    { size: SIZE.four },
  ),
};

/** The look of a role, and what of it depends on the text. */
export function lookOf(block: Block): Look {
  const { paragraph, run } = LOOKS[block.role];
  if (block.role !== 'issuerMark') return { paragraph, run };
  const points = markPoints(block);
  const spacing = { ...paragraph.spacing, line: Math.ceil(points * 1.2 * 20), lineRule: 'exact' as const };
  return { paragraph: { ...paragraph, spacing }, run: { ...run, size: points * 2 } };
}

interface TwoLines {
  first: Partial<IParagraphOptions>;
  second: Partial<IParagraphOptions>;
  run?: Partial<IRunOptions>;
}
/** 署名 stands above the middle of 成文日期, which stands four characters from the right; of a signature, the hash stands under it. A line is left free above both. */
export function twoLines(block: Block): TwoLines | undefined {
  const free = { before: PAGE.linePitch };
  if (block.role === 'signature')
    return {
      first: { indent: twoCharacters, spacing: { ...footLine, ...free } },
      second: { indent: twoCharacters, spacing: footLine },
      run: { size: SIZE.small },
    };
  if (block.role !== 'issuance') return undefined;
  return {
    first: { indent: { right: inCharacters(issuerIndent(block)) }, spacing: free, keepNext: true },
    second: { indent: { right: inCharacters(DATE_INDENT) } },
  };
}
function inCharacters(n: number): number {
  return Math.round(n * SIZE.three * 10);
}

/** Of a sheet's rows: how wide a label's column is, and the room around a text. */
export const ROWS = { label: 7 * SIZE.four * 10, margin: 120, gap: 160, rule: 4 };

function look(paragraph: Look['paragraph'] = {}, run: Look['run'] = {}): Look {
  return { paragraph, run: { font: font('body'), size: SIZE.three, ...run } };
}

function mm(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440);
}
