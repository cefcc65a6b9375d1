import { useTranslation } from 'react-i18next';
import { useMatch, useNavigate, useSearchParams } from 'react-router';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { ListTools } from '../../nouns/preferences/ListTools.tsx';
import { useArrangement } from '../../nouns/preferences/usePreference.ts';
import { Filters } from '../../nouns/reports/Filters.tsx';
import { FoundText } from '../../nouns/reports/MarkedText.tsx';
import { ReportReading } from '../../nouns/reports/ReportReading.tsx';
import { ReportSplit } from '../../nouns/reports/ReportSplit.tsx';
import { ReportTable } from '../../nouns/reports/ReportTable.tsx';
import { NO_FILTER, useFilter } from '../../nouns/reports/useFilter.ts';
import { useViewer } from '../../session/session.ts';
import { PagedList } from '../../ui/PagedList.tsx';
import { FoundPapers } from './FoundPapers.tsx';
import { SearchBox } from './SearchBox.tsx';
import { NothingFound, Suggestions } from './Suggestions.tsx';
import { isSearchable, partWith, wordsOf } from './searchText.ts';
import { useFoundPages } from './useFoundPages.ts';
import { usePinyin } from './usePinyin.ts';
import './search.css';

/** One box over everything the viewer may see: words of the text, places, topics, all by name or pinyin, reporters' names, numbers. */
export function SearchPage() {
  const { t } = useTranslation('search');
  const [search, setSearch] = useSearchParams();
  const [filter, change] = useFilter();
  const navigate = useNavigate();
  const openId = useMatch('/search/reports/:id')?.params.id;
  const text = search.get('q') ?? '';
  const viewer = useViewer();
  useTabTitle(text ? `${text} – ${t('title')}` : t('title'));

  const seek = (next: string) => {
    if (next === text) return;
    setSearch(
      (now) => {
        if (next) now.set('q', next);
        else now.delete('q');
        return now;
      },
      { replace: isSearchable(text) },
    );
  };
  const linkTo = (id: string) => `/search/reports/${id}?${search}`;
  return (
    <div className="report-page search">
      <h1 className="sr-only">{t('title')}</h1>
      <SearchBox text={text} onSearch={seek} />
      <ListTools screen="SEARCH" path="/search" shown={{ filter, sort: 'NEWEST' }} />
      <Filters
        filter={filter}
        onChange={change}
        lines={viewer.level === 'COUNTY' ? ['LINE', 'DIRECT'] : []}
        isTrayShown
      />
      <ReportSplit
        list={
          isSearchable(text) ? (
            <>
              <FoundPapers text={text} linkTo={linkTo} />
              <h2 className="search-heading">{t('reports')}</h2>
              <Found
                text={text}
                openId={openId}
                linkTo={linkTo}
                onWiden={() => change({ ...NO_FILTER, tray: undefined })}
              />
            </>
          ) : (
            <Suggestions text={text} onSearch={seek} />
          )
        }
        panel={
          openId ? (
            <ReportReading
              id={openId}
              linkTo={linkTo}
              address={`/search/reports/${openId}`}
              onClose={() => void navigate(`/search?${search}`)}
            />
          ) : null
        }
      />
    </div>
  );
}

interface FoundProps {
  text: string;
  openId: string | undefined;
  linkTo: (id: string) => string;
  onWiden: () => void;
}
function Found({ text, openId, linkTo, onWiden }: FoundProps) {
  const [filter] = useFilter();
  const pages = useFoundPages(text, filter);
  const arrangement = useArrangement('SEARCH');
  const words = wordsOf(text);
  usePinyin(words);
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return (
    <div className={pages.isStale ? 'search-stale' : undefined} aria-busy={pages.isStale}>
      <PagedList
        pages={pages}
        empty={<NothingFound text={text} onWiden={isFiltered ? onWiden : undefined} />}
        placeholders={8}
      >
        {(rows) => (
          <ReportTable
            rows={rows}
            linkTo={linkTo}
            currentId={openId}
            isDense={!!openId}
            arrangement={arrangement}
            text={(row) => <FoundText text={partWith(words, row.content)} words={words} />}
          />
        )}
      </PagedList>
    </div>
  );
}
