import { useQuery } from '@apollo/client/react';
import { mayFind, type PaperKind, papersOf } from '@lxq/schema/searches/papers.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FoundText } from '../../nouns/reports/MarkedText.tsx';
import { useViewer } from '../../session/session.ts';
import { Failed } from '../../ui/Failed.tsx';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { shanghaiDay } from '../../ui/time.ts';
import { usePages } from '../../ui/usePages.ts';
import { type Linked, paperLink } from './paperLink.ts';
import { type PaperFoundFragment, SearchPapersDocument } from './search.generated.ts';
import { parted, partWith, wordsOf } from './searchText.ts';

interface Props {
  text: string;
  linkTo: Linked['linkTo'];
}
const FIRST = 3;

/** Papers beside the reports, each kind under its own heading where there is any. */
export function FoundPapers(props: Props) {
  const kinds = papersOf(useViewer().post.role).filter((kind) => mayFind(kind, props.text));
  return kinds.map((kind) => <Kind key={kind} kind={kind} {...props} />);
}

function Kind({ kind, text, linkTo }: Props & { kind: PaperKind }) {
  const { t } = useTranslation('search');
  const { screens } = useViewer();
  const asked = useQuery(SearchPapersDocument, { variables: { kind, text: parted(text), first: FIRST } });
  const pages = usePages(asked.data?.searchPapers, asked, asked.previousData?.searchPapers);
  if (!pages.rows?.length)
    return pages.error ? <Failed error={pages.error} onRetry={() => void pages.refetch()} /> : null;
  const name = t(`papers.${kind}`);
  return (
    <section aria-busy={pages.isStale} className={pages.isStale ? 'search-stale' : undefined}>
      <h2 className="search-heading">{name}</h2>
      <ul className="as-list as-panel search-papers">
        {pages.rows.map((hit) => (
          <Hit key={hit.id} hit={hit} words={wordsOf(text)} to={paperLink(hit, { screens, linkTo })} />
        ))}
      </ul>
      {pages.hasMore && (
        <PlainButton onClick={pages.loadMore} aria-disabled={pages.isLoadingMore}>
          {t('more', { name })}
        </PlainButton>
      )}
    </section>
  );
}

function Hit({ hit, words, to }: { hit: PaperFoundFragment; words: readonly string[]; to: string | null }) {
  const name = useHitName()(hit);
  return (
    <li>
      <p>
        {to ? <Link to={to}>{name}</Link> : <strong>{name}</strong>}{' '}
        <time dateTime={hit.at}>{shanghaiDay(hit.at)}</time>
      </p>
      <p className="as-excerpt">
        <FoundText text={partWith(words, hit.text)} words={words} />
      </p>
    </li>
  );
}

/** 2026年第3期 第5条 标题; 2026-0290 某某. */
function useHitName() {
  const { t } = useTranslation('search');
  return ({ kind, no, title, itemNumber }: PaperFoundFragment) => {
    if (kind !== 'DIGEST') return `${no} ${title}`;
    const [year, number] = no.split('-');
    const item = itemNumber === null ? '' : ` ${t('item', { number: itemNumber })}`;
    return `${t('issue', { year, no: number })}${item} ${title}`;
  };
}
