import {
  type Block,
  type BlockRole,
  type DigestDocument,
  documentBlocks,
} from '@lxq/schema/digests/digest-document.ts';
import type { RichWords } from '@lxq/schema/digests/rich-text.ts';
import type { ReactNode } from 'react';
import './DigestPage.css';

/** An issue as it stands on paper: on the screen, on a phone (larger, without margins) and in print. */
export function DigestPage({ document }: { document: DigestDocument }) {
  const blocks = documentBlocks(document);
  const within = (roles: BlockRole[]) => blocks.filter(({ role }) => roles.includes(role)).map(line);
  return (
    <div className="digest-desk">
      <article className="digest-page" data-testid="digest-page" lang="zh-CN">
        <header>{within(['mark', 'banner', 'number', 'issuer', 'period'])}</header>
        <nav>{within(['contents', 'contentsSection', 'contentsItem'])}</nav>
        <div>{within(['section', 'title', 'paragraph', 'sources'])}</div>
        <footer>{within(['recipients', 'copies'])}</footer>
      </article>
    </div>
  );
}

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
    <Tag key={`${block.role}-${index}`} id={id} className={`digest-${block.role}`}>
      {content(block)}
    </Tag>
  );
}

function content({ role, text, end, words, key }: Block): ReactNode {
  if (words) return words.map(phrase);
  if (end !== undefined) return [<span key="start">{text}</span>, <span key="end">{end}</span>];
  return role.startsWith('contents') && key ? <a href={`#${key}`}>{text}</a> : text;
}

function phrase({ text, marks }: RichWords, index: number) {
  return marks ? <strong key={`${index}-${text}`}>{text}</strong> : text;
}
