import type { Block, BlockRole, Phrase } from '@lxq/schema/texts/paper.ts';
import type { ReactNode } from 'react';
import './PaperPage.css';

/** A paper as it is typeset: on the screen, on a phone (larger, without margins) and in print. */
export function PaperPage({ blocks }: { blocks: readonly Block[] }) {
  const within = (place: Place) => blocks.filter(({ role }) => placeOf(role) === place).map(line);
  return (
    <div className="paper-desk">
      <article className="paper-page" data-testid="paper-page" lang="zh-CN">
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
  head: ['mark', 'banner', 'number', 'issuer', 'period'],
  contents: ['contents', 'contentsHeading', 'contentsEntry'],
  foot: ['recipients', 'copies'],
};
const placeOf = (role: BlockRole): Place =>
  (Object.keys(PLACES) as (keyof typeof PLACES)[]).find((place) => PLACES[place].includes(role)) ?? 'body';

const TAGS: Partial<Record<BlockRole, 'h1' | 'h2' | 'h3'>> = {
  banner: 'h1',
  contents: 'h2',
  section: 'h2',
  title: 'h3',
};

function line(block: Block, index: number) {
  const Tag = TAGS[block.role] ?? 'p';
  const id = block.role === 'section' || block.role === 'title' ? block.key : undefined;
  return (
    <Tag key={`${block.role}-${index}`} id={id} className={`paper-${block.role}`}>
      {content(block)}
    </Tag>
  );
}

function content({ role, text, end, words, key }: Block): ReactNode {
  if (words) return words.map(phrase);
  if (end !== undefined) return [<span key="start">{text}</span>, <span key="end">{end}</span>];
  return role.startsWith('contents') && key ? <a href={`#${key}`}>{text}</a> : text;
}

function phrase({ text, marks }: Phrase, index: number) {
  return marks ? <strong key={`${index}-${text}`}>{text}</strong> : text;
}
