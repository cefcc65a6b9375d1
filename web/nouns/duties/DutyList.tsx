import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { PagedList } from '../../ui/PagedList.tsx';
import { usePages } from '../../ui/usePages.ts';
import { DeadlineTag } from '../deadlines/DeadlineTag.tsx';
import { DutiesDocument } from './duties.generated.ts';
import './duties.css';

const PAGE = 20;

/** 待我办理: what the viewer's post has to do by when, each with the way to it and how its day was counted. */
export function DutyList() {
  const { t } = useTranslation('duties');
  const asked = useQuery(DutiesDocument, { variables: { first: PAGE } });
  const pages = usePages(asked.data?.duties, asked);
  useRefetchOnChanges(null, pages.refetch);
  return (
    <PagedList pages={pages} empty={<p className="duties-none">{t('none')}</p>} placeholders={2}>
      {(rows) => (
        <ol className="as-list duties">
          {rows.map((deadline) => (
            <li key={deadline.id}>
              <div className="as-wrap duty-head">
                <Link to={deadline.owedOf?.link ?? ''}>{deadline.owedOf?.no}</Link>
                <DeadlineTag deadline={deadline} />
              </div>
              <p>{deadline.owedOf?.title}</p>
            </li>
          ))}
        </ol>
      )}
    </PagedList>
  );
}
