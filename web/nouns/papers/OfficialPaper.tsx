import { useQuery } from '@apollo/client/react';
import type { Block } from '@lxq/schema/texts/paper.ts';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { useViewer } from '../../session/session.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { PaperPage } from '../../ui/paper/PaperPage.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import { WITH_PAPERS } from './ofMatter.ts';
import { PaperFiles } from './PaperFiles.tsx';
import { Papers } from './Papers.tsx';
import { OnePaperDocument } from './paper.generated.ts';
import './papers.css';

const nounOf = (subject: string) => WITH_PAPERS.find((noun) => noun === subject.toLowerCase());

/** A paper as it was issued: to read, to print, to take away; the others of its matter below. */
export function OfficialPaper() {
  const { id = '' } = useParams();
  const { t } = useTranslation('papers');
  const { data, error, refetch } = useQuery(OnePaperDocument, { variables: { id } });
  useTabTitle(data?.paper ? `${data.paper.title} ${data.paper.no}` : t('title'));
  return (
    <Loaded
      data={data}
      asked={{ error, refetch }}
      isPage
      isEmpty={({ paper }) => !paper}
      empty={<Empty text={t('gone')} />}
    >
      {({ paper }) =>
        paper && (
          <>
            <header className="paper-bar">
              <PlainButton onClick={() => window.print()}>{t('print')}</PlainButton>
              <PaperFiles id={paper.id} of={`${paper.title} ${paper.no}`} />
              <ToMatter subject={paper.subject} id={paper.subjectId} />
              <span>{t('issuer', { issuer: paper.issuerName, at: shanghaiTime(paper.issuedAt) })}</span>
              <span title={paper.hash}>{t('hash', { hash: paper.hash.slice(0, 16) })}</span>
            </header>
            <PaperPage blocks={paper.blocks as Block[]} />
            <Beside subject={paper.subject} id={paper.subjectId} />
          </>
        )
      }
    </Loaded>
  );
}

/** Whoever came by a search or a link goes on to what the paper is on, where their screens show it. */
function ToMatter({ subject, id }: { subject: string; id: string }) {
  const { t } = useTranslation('papers');
  const { screens } = useViewer();
  const of = nounOf(subject);
  if (!of || !screens.includes('matters')) return null;
  return <Link to={`/matters/${of}s/${id}`}>{t(`matter.${of}`)}</Link>;
}

/** Of an instruction's revisit there is its sheet alone. */
function Beside({ subject, id }: { subject: string; id: string }) {
  const of = nounOf(subject);
  if (!of) return null;
  return (
    <aside className="paper-beside">
      <Papers of={of} id={id} heading="h2" />
    </aside>
  );
}
