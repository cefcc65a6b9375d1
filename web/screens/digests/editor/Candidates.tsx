import { useQuery } from '@apollo/client/react';
import { heardOf } from '@lxq/schema/change-kinds.ts';
import { Button, Checkbox, Segmented, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateKind, ChangeKind } from '../../../contract.generated.ts';
import { useRefetchOnChanges } from '../../../live/useChanges.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { PagedList } from '../../../ui/PagedList.tsx';
import { usePages } from '../../../ui/usePages.ts';
import { CandidateCard } from './CandidateCard.tsx';
import { DigestCandidatesDocument, type DigestCandidatesQuery } from './editor.generated.ts';
import css from './editor.module.css';
import { SetAsideDialog } from './SetAsideDialog.tsx';
import type { Basket } from './useBasket.ts';
import { useSettingAside } from './useSettingAside.ts';

interface Props {
  digestId: string;
  /** The issue's: it counts on when reports come into it or leave it, and not for a word that is typed. */
  version: number;
  basket: Basket;
  onPeek: (report: string) => void;
}
type Counts = DigestCandidatesQuery['digest']['candidateCounts'];

const PAGE = 50;
const CHOICES = ['PERIOD', 'EARLIER', 'SET_ASIDE'] as const satisfies readonly CandidateKind[];
/** A report may become a candidate by any change of its own. */
const KINDS = heardOf('reports') as readonly ChangeKind[];
const SETTLE_MS = 3_000;

/** Reports of the period that may still be gathered, by the portfolio their topic falls under. */
export function Candidates({ digestId, version, basket, onPeek }: Props) {
  const { t } = useTranslation(['digests', 'ui']);
  const [portfolio, setPortfolio] = useState<string | null>(null);
  const [kind, setKind] = useState<CandidateKind>('PERIOD');
  const [isAsking, setAsking] = useState(false);
  const asked = useQuery(DigestCandidatesDocument, { variables: { id: digestId, kind, portfolio, first: PAGE } });
  const pages = usePages(asked.data?.digest.candidates, asked);
  useRefetchOnChanges(KINDS, pages.refetch, SETTLE_MS);
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    void asked.refetch().catch(() => undefined); // a failure is the list's error
  }, [version, asked.refetch]);
  const counts = (asked.data ?? asked.previousData)?.digest.candidateCounts ?? [];
  const reports = pages.rows ?? [];
  const settingAside = useSettingAside((ids) => {
    basket.take(ids);
    void pages.refetch();
  });
  const isAllPicked = reports.length > 0 && reports.every(({ id }) => basket.has(id));
  return (
    <>
      <header className={css.columnHead}>
        <h2>{t('candidates.title')}</h2>
        <Segmented
          block
          size="small"
          value={kind}
          onChange={(chosen) => {
            basket.clear(); // what may be done with the picked is another thing in each list
            setKind(chosen);
          }}
          options={CHOICES.map((value) => ({ value, label: t(`candidates.kind.${value}`) }))}
        />
        <PortfolioSelect counts={counts} value={portfolio} onChange={setPortfolio} />
        <Checkbox
          checked={isAllPicked}
          disabled={reports.length === 0}
          onChange={() => (isAllPicked ? basket.take(reports.map(({ id }) => id)) : basket.put(reports))}
        >
          {t('candidates.pickAll', { count: reports.length })}
        </Checkbox>
        {basket.reports.length > 0 &&
          (kind === 'SET_ASIDE' ? (
            <Button size="small" onClick={() => void settingAside.unset(basket.reports)}>
              {t('candidates.unsetPicked', { count: basket.reports.length })}
            </Button>
          ) : (
            <Button size="small" onClick={() => setAsking(true)}>
              {t('candidates.setAsidePicked', { count: basket.reports.length })}
            </Button>
          ))}
        {isAsking && (
          <SetAsideDialog
            count={basket.reports.length}
            isBusy={settingAside.isBusy}
            send={(reason) => settingAside.setAside(basket.reports, reason)}
            onClose={() => setAsking(false)}
          />
        )}
      </header>
      <div className={css.columnBody}>
        <PagedList pages={pages} empty={<Empty text={t('candidates.none')} />}>
          {(rows) => (
            <ul className="as-list">
              {rows.map((report) => (
                <CandidateCard key={report.id} report={report} basket={basket} onPeek={onPeek} />
              ))}
            </ul>
          )}
        </PagedList>
      </div>
    </>
  );
}

function PortfolioSelect(props: {
  counts: Counts;
  value: string | null;
  onChange: (portfolio: string | null) => void;
}) {
  const { t } = useTranslation(['digests', 'ui']);
  const all = props.counts.reduce((sum, { count }) => sum + count, 0);
  const options = props.counts.flatMap(({ portfolio, count }) =>
    portfolio
      ? [
          {
            value: portfolio.id,
            label: t('candidates.portfolio', { heading: portfolio.heading, name: portfolio.leader.name, count }),
          },
        ]
      : [],
  );
  const homeless = props.counts.find(({ portfolio }) => portfolio === null)?.count ?? 0;
  return (
    <>
      <Select
        className={css.wide}
        aria-label={t('candidates.portfolioLabel')}
        value={props.value ?? ''}
        onChange={(value) => props.onChange(value === '' ? null : value)}
        options={[{ value: '', label: t('candidates.all', { count: all }) }, ...options]}
      />
      {homeless > 0 && <p className={css.hint}>{t('candidates.homeless', { count: homeless })}</p>}
    </>
  );
}
