import {
  type Block,
  type BlockRole,
  DATE_INDENT,
  issuerIndent,
  markPoints,
  type Phrase,
} from '@lxq/schema/texts/paper.ts';
import { laidOut, type PaperPicture } from '@lxq/schema/texts/pictures.ts';
import type { CSSProperties, ReactElement, ReactNode } from 'react';
import './PaperPage.css';
import './official.css';
import './pictures.css';

interface Props {
  blocks: readonly Block[];
  /** Stands across the page of what is not issued. */
  mark?: string;
  /** Where a picture is read. */
  pictureOf?: (picture: string) => string;
}

/** A paper as it is typeset: on the screen, on a phone (larger, without margins) and in print. */
export function PaperPage({ blocks, mark, pictureOf = () => '' }: Props) {
  const within = (place: Place) =>
    drawn(
      blocks.filter(({ role }) => placeOf(role) === place),
      pictureOf,
    );
  return (
    <div className="paper-desk">
      <article className="paper-page" data-testid="paper-page" data-mark={mark} lang="zh-CN">
        <header>{within('head')}</header>
        <nav>{within('contents')}</nav>
        <div>{within('body')}</div>
        <footer>{within('foot')}</footer>
      </article>
    </div>
  );
}

type Place = 'head' | 'contents' | 'body' | 'foot';
const PLACES: Record<Exclude<Place, 'body'>, readonly BlockRole[]> = {
  head: ['mark', 'banner', 'number', 'issuer', 'period', 'issuerMark', 'docNumber'],
  contents: ['contents', 'contentsHeading', 'contentsEntry', 'contentsPage'],
  foot: ['recipients', 'copies'],
};
const placeOf = (role: BlockRole): Place =>
  (Object.keys(PLACES) as (keyof typeof PLACES)[]).find((place) => PLACES[place].includes(role)) ?? 'body';

/** Rows that stand one under the other are one table. */
function drawn(blocks: readonly Block[], pictureOf: (picture: string) => string): ReactElement[] {
  return blocks.flatMap((block, i) => {
    if (block.pictures)
      return [<Pictures key={block.pictures[0]?.id} pictures={block.pictures} pictureOf={pictureOf} />];
    if (block.role !== 'field') return [line(block, i)];
    if (blocks[i - 1]?.role === 'field') return [];
    const after = blocks.slice(i).findIndex(({ role }) => role !== 'field');
    return [rows(blocks.slice(i, after < 0 ? undefined : i + after), i)];
  });
}

const rows = (all: readonly Block[], index: number) => (
  <table key={`rows-${index}`} className="paper-rows">
    <tbody>{all.map(field)}</tbody>
  </table>
);

function field({ text, end }: Block, index: number) {
  return (
    <tr key={`${index}-${text}`}>
      <th scope="row">{text}</th>
      <td>{end}</td>
    </tr>
  );
}

/** As large as on every paper; on a phone as wide as the page. */
function Pictures({ pictures, pictureOf }: { pictures: readonly PaperPicture[]; pictureOf: (id: string) => string }) {
  const { lines, sizes } = laidOut(pictures);
  return (
    <div className="paper-pictures" style={{ '--lines': lines } as CSSProperties}>
      {pictures.map(({ id, alt, width, height }, i) => (
        <img
          key={id}
          src={pictureOf(id)}
          alt={alt}
          {...{ width, height }}
          style={{ '--w': sizes[i]?.width, '--h': sizes[i]?.height } as CSSProperties}
        />
      ))}
    </div>
  );
}

const TAGS: Partial<Record<BlockRole, 'h1' | 'h2' | 'h3'>> = {
  ...{ banner: 'h1', headline: 'h1' },
  ...{ contents: 'h2', section: 'h2', clause: 'h2' },
  ...{ title: 'h3', subclause: 'h3' },
};
const HAS_KEY: readonly BlockRole[] = ['section', 'title', 'headline'];

function line(block: Block, index: number): ReactElement {
  const { role, text, end } = block;
  const key = `${role}-${index}`;
  if (role === 'signature' || role === 'issuance')
    return (
      <div key={key} className={`paper-${role}`}>
        <p style={role === 'issuance' ? indent(issuerIndent(block)) : undefined}>{text}</p>
        <p style={role === 'issuance' ? indent(DATE_INDENT) : undefined}>{end}</p>
      </div>
    );
  const Tag = TAGS[role] ?? 'p';
  return (
    <Tag
      key={key}
      id={HAS_KEY.includes(role) ? block.key : undefined}
      className={`paper-${role}`}
      style={sizeOf(block)}
    >
      {content(block)}
    </Tag>
  );
}
const indent = (characters: number): CSSProperties => ({ paddingRight: `${characters}em` });
const sizeOf = (block: Block): CSSProperties | undefined =>
  block.role === 'issuerMark' ? ({ '--mark': markPoints(block) } as CSSProperties) : undefined;

function content({ role, text, end, words, key }: Block): ReactNode {
  if (words) return words.map(phrase);
  if (end !== undefined) return [<span key="start">{text}</span>, <span key="end">{end}</span>];
  return role.startsWith('contents') && key ? <a href={`#${key}`}>{text}</a> : text;
}

function phrase({ text, marks }: Phrase, index: number) {
  return marks ? <strong key={`${index}-${text}`}>{text}</strong> : text;
}
