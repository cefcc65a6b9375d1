import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { PagedList } from '../../ui/PagedList.tsx';
import { usePages } from '../../ui/usePages.ts';
import { DeadlineTag } from '../deadlines/DeadlineTag.tsx';
import { LastReminder } from '../deadlines/LastReminder.tsx';
import { DutiesDocument, type DutyFragment, RemindedDocument } from './duties.generated.ts';
import './duties.css';

const PAGE = 10;

/** 待我办理: what the viewer's post has to do by when, each with the way to it and how its day was counted. */
export function DutyList() {
  const { t } = useTranslation('duties');
  const asked = useQuery(DutiesDocument, { variables: { first: PAGE } });
  const pages = usePages(asked.data?.duties, asked);
  useRefetchOnChanges(null, pages.refetch);
  return (
    <PagedList pages={pages} empty={<p className="duties-none">{t('none')}</p>} placeholders={2}>
      {(rows) => <Lines of={rows} />}
    </PagedList>
  );
}

/** What others have to do and the viewer's post was reminded of, under a heading of its own; nothing where there is none. */
export function RemindedList({ className }: { className: string }) {
  const { t } = useTranslation('duties');
  const asked = useQuery(RemindedDocument, { variables: { first: PAGE } });
  const pages = usePages(asked.data?.reminded, asked);
  useRefetchOnChanges(null, pages.refetch);
  if (!asked.data?.reminded.edges.length) return null;
  return (
    <section className={className}>
      <h2>{t('reminded')}</h2>
      <PagedList pages={pages} empty={null}>
        {(rows) => <Lines of={rows} ower={(row) => row.unit && t('by', { unit: row.unit.name })} />}
      </PagedList>
    </section>
  );
}

interface Props<Row> {
  of: readonly Row[];
  /** Who has to do it, where that is somebody else. */
  ower?: (row: Row) => string | null;
}

function Lines<Row extends DutyFragment>({ of, ower }: Props<Row>) {
  return (
    <ol className="as-list duties">
      {of.map((deadline) => (
        <li key={deadline.id}>
          <div className="as-wrap duty-head">
            <Link to={deadline.owedOf?.link ?? ''}>{deadline.owedOf?.no}</Link>
            {ower && <span>{ower(deadline)}</span>}
            <DeadlineTag deadline={deadline} />
          </div>
          <p>{deadline.owedOf?.title}</p>
          <LastReminder deadline={deadline} />
        </li>
      ))}
    </ol>
  );
}
