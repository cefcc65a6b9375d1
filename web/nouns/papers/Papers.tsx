import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { shanghaiDay } from '../../ui/time.ts';
import { PAPERS, type WithPapers } from './ofMatter.ts';
import { PaperFiles } from './PaperFiles.tsx';
import type { PaperRowFragment } from './paper.generated.ts';
import './papers.css';

interface Props {
  of: WithPapers;
  id: string;
  /** One below what it stands under. */
  heading?: 'h2' | 'h3';
  /** A look at what comes next, where something does. */
  children?: ReactNode;
}

/** 文书 of a matter: each as a page, as DOCX and as PDF; of a case the whole folder. */
export function Papers({ of, id, heading: Heading = 'h3', children }: Props) {
  const { t } = useTranslation('papers');
  const asked = useQuery(PAPERS[of], { variables: { id } });
  useRefetchOnChanges(({ kind }) => /^(CASE|REVISIT|ORDER|CENSURE)_/.test(kind), asked.refetch);
  return (
    <section className="papers">
      <header className="papers-head">
        <Heading className="report-heading">{t('title')}</Heading>
        {children}
        {of === 'case' && (
          <a href={`/files/cases/${id}.pdf`} download title={t('folderHint')}>
            {t('folder')}
          </a>
        )}
      </header>
      <Loaded
        data={asked.data?.[of]?.papers}
        asked={asked}
        empty={<p className="papers-none">{t(`none.${of}`)}</p>}
        rows={2}
      >
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
