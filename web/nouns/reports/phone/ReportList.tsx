import { Empty } from '../../../ui/Empty.tsx';
import { PagedList } from '../../../ui/PagedList.tsx';
import { PullToRefresh } from '../../../ui/phone/PullToRefresh.tsx';
import type { Pages } from '../../../ui/usePages.ts';
import type { ReportCardFragment } from './mine.generated.ts';
import { ReportCard } from './ReportCard.tsx';
import './cards.css';

interface Props {
  pages: Pages<ReportCardFragment>;
  empty: string;
  to: (id: string) => string;
}

/** Cards of reports; pulled down they are fetched again, at the end the next ones come. */
export function ReportList({ pages, empty, to }: Props) {
  return (
    <PullToRefresh onRefresh={pages.refetch}>
      <PagedList pages={pages} empty={<Empty text={empty} />}>
        {(reports) => (
          <div className="as-stack cards">
            {reports.map((report) => (
              <ReportCard key={report.id} report={report} to={to(report.id)} />
            ))}
          </div>
        )}
      </PagedList>
    </PullToRefresh>
  );
}
