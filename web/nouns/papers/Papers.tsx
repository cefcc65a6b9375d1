import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { shanghaiDay } from '../../ui/time.ts';
import { PaperFiles } from './PaperFiles.tsx';
import { CasePapersDocument, type PaperRowFragment } from './paper.generated.ts';
import './papers.css';

/** 文书 of a case: each as a page, as DOCX and as PDF, and the whole folder. */
export function Papers({ caseId }: { caseId: string }) {
  const { t } = useTranslation('papers');
  const asked = useQuery(CasePapersDocument, { variables: { id: caseId } });
  useRefetchOnChanges(({ kind }) => /^(CASE|REVISIT)_/.test(kind), asked.refetch);
  return (
    <section className="papers">
      <header className="papers-head">
        <h3 className="report-heading">{t('title')}</h3>
        <a href={`/files/cases/${caseId}.pdf`} download title={t('folderHint')}>
          {t('folder')}
        </a>
      </header>
      <Loaded data={asked.data?.case?.papers} asked={asked} empty={<p className="papers-none">{t('none')}</p>} rows={2}>
        {(papers) => (
          <ul>
            {papers.map((paper) => (
              <PaperLine key={paper.id} paper={paper} />
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

function PaperLine({ paper: { id, title, no, issuedAt } }: { paper: PaperRowFragment }) {
  return (
    <li>
      <Link to={`/papers/${id}`}>{title}</Link>
      <span className="papers-no">{no}</span>
      <time dateTime={issuedAt}>{shanghaiDay(issuedAt)}</time>
      <PaperFiles id={id} of={`${title} ${no}`} />
    </li>
  );
}
