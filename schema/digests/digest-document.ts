import { chineseDate, chineseNumeral, chinesePeriod } from '../texts/chinese.ts';
import { type Block, hasContent, linesOf, type Paper, printed } from '../texts/paper.ts';
import { paragraphText, type RichText } from './rich-text.ts';

/** One issue of the Ten-day Digest as it is frozen, hashed, shown and printed. */
export interface DigestDocument {
  /** 十日信息摘报 */
  banner: string;
  /** 内部资料 注意保存 */
  mark: string;
  /** Of the year; null before issuing. */
  no: number | null;
  /** Since the first issue; null before issuing. */
  cumNo: number | null;
  year: number;
  /** 编发单位 */
  issuer: string;
  /** ISO date of signing; null before. */
  signedOn: string | null;
  periodFrom: string;
  periodTo: string;
  signer: string | null;
  sections: DigestSection[];
  distribution: { report: string[]; send: string[]; issue: string[] };
  copies: number;
}

interface DigestSection {
  /** The leader's portfolio, without its number. */
  heading: string;
  items: DigestItem[];
}

export interface DigestItem {
  number: number;
  title: string;
  kind: 'NORMAL' | 'CORRECTION';
  body: RichText;
  /** What the item rests on, such as （某某镇 3 条）. */
  sources?: string | null;
  /** Absent where there are none, so that an issue without pictures has the hash that it always had. */
  pictures?: DigestPicture[];
}

/** A picture as it was taken over from a report: of the attachment nothing but what it shows. */
export interface DigestPicture {
  id: string;
  /** Of the bytes as they are kept: other bytes are another content. */
  sha256: string;
  /** In pixels. */
  width: number;
  height: number;
}

/** How many copies a recipient gets: 各乡镇党委（12份） gets twelve, whoever says nothing one. */
const copiesFor = (recipient: string): number => Number(/[（(]\s*(\d{1,4})\s*份\s*[)）]\s*$/.exec(recipient)?.[1] ?? 1);

/** What is printed is what is handed out (state machine 5.2). */
export const copiesHandedOut = ({ report, send, issue }: DigestDocument['distribution']): number =>
  [...report, ...send, ...issue].reduce((sum, recipient) => sum + copiesFor(recipient), 0);

export function documentBlocks(doc: DigestDocument): Block[] {
  const blocks = [...head(doc), ...contents(doc), ...doc.sections.flatMap(section), ...foot(doc)];
  return blocks.map(printed).filter(hasContent);
}

/** The canonical lines in reading order, which every format holds. */
export const documentText = (doc: DigestDocument): string[] => linesOf(documentBlocks(doc));

/** As it is typeset. */
export const documentPaper = (doc: DigestDocument): Paper => ({
  title: `${doc.banner} ${issueNumber(doc)}`,
  author: doc.issuer,
  date: doc.signedOn ?? doc.periodTo,
  parts: [documentBlocks(doc)],
});

/** 第3期（总第28期）; with room for the numbers while they are not given. */
export function issueNumber({ no, cumNo }: Pick<DigestDocument, 'no' | 'cumNo'>): string {
  return `第${no ?? '　'}期（总第${cumNo ?? '　'}期）`;
}

/** 2026007: the year and the number in it; with room for it while it is not given (rules 3.3: top right). */
const serialNumber = ({ year, no }: DigestDocument) =>
  no === null ? '　　　' : `${year}${String(no).padStart(3, '0')}`;

function head(doc: DigestDocument): Block[] {
  return [
    { role: 'mark', text: doc.mark, end: `编号：${serialNumber(doc)}` },
    { role: 'banner', text: doc.banner },
    { role: 'number', text: issueNumber(doc) },
    { role: 'issuer', text: doc.issuer, end: doc.signedOn ? chineseDate(doc.signedOn) : `${doc.year}年　月　日` },
    { role: 'period', text: `（${chinesePeriod(doc.periodFrom, doc.periodTo)}）` },
  ];
}

function contents(doc: DigestDocument): Block[] {
  const entries = doc.sections.flatMap((each, i): Block[] => [
    { role: 'contentsHeading', text: sectionHeading(each, i), key: sectionKey(i) },
    ...each.items.map((item): Block => ({ role: 'contentsEntry', text: itemHeading(item), key: itemKey(item) })),
  ]);
  return entries.length > 0 ? [{ role: 'contents', text: '目　　录' }, ...entries] : [];
}

function section(each: DigestSection, i: number): Block[] {
  return [{ role: 'section', text: sectionHeading(each, i), key: sectionKey(i) }, ...each.items.flatMap(item)];
}

function item(each: DigestItem): Block[] {
  const paragraphs = each.body.content.map(
    (paragraph): Block => ({ role: 'paragraph', text: paragraphText(paragraph), words: paragraph.content ?? [] }),
  );
  const sources: Block[] = each.sources ? [{ role: 'sources', text: each.sources }] : [];
  const title: Block = { role: 'title', text: itemHeading(each), key: itemKey(each) };
  return [title, ...paragraphs.filter(hasWords), ...sources, ...pictures(each)];
}

/** Beneath the item's text; the title says what they show. */
function pictures({ pictures: all = [], title }: DigestItem): Block[] {
  const shown = all.map((each, i) => ({ ...each, alt: pictureAlt(title, i, all.length) }));
  return shown.length > 0 ? [{ role: 'pictures', text: '', pictures: shown }] : [];
}

/** What an item's picture is called where it is not seen. */
export const pictureAlt = (title: string, i: number, count: number): string =>
  count > 1 ? `${title}（图${i + 1}）` : title;

export const picturesIn = ({ sections }: DigestDocument): DigestPicture[] =>
  sections.flatMap(({ items }) => items.flatMap((each) => each.pictures ?? []));

function foot({ distribution, copies, signer }: DigestDocument): Block[] {
  const { report, send, issue } = distribution;
  const lists = [['报', report] as const, ['送', send] as const, ['发', issue] as const].filter(
    ([, names]) => names.length > 0,
  );
  return [
    ...lists.map(([to, names]): Block => ({ role: 'recipients', text: `${to}：${names.join('、')}` })),
    { role: 'copies', text: signer ? `签发：${signer}` : '', end: `共印${copies}份` },
  ];
}

function sectionHeading({ heading }: DigestSection, i: number): string {
  return `${chineseNumeral(i + 1)}、${heading}`;
}

/** The second level (GB/T 9704: 一、（一）1.（1）); its number runs through the issue, by which later issues correct it. */
function itemHeading({ number, kind, title }: DigestItem): string {
  return `（${chineseNumeral(number)}）${kind === 'CORRECTION' ? '更正：' : ''}${title}`;
}

function sectionKey(i: number): string {
  return `section-${i + 1}`;
}

function itemKey({ number }: DigestItem): string {
  return `item-${number}`;
}

function hasWords({ text }: Block): boolean {
  return text.trim() !== '';
}
