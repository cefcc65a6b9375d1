import { useMutation, useQuery } from '@apollo/client/react';
import { chineseNumeral } from '@lxq/schema/texts/chinese.ts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { AsOf } from '../../device/AsOf.tsx';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { INSTRUCTION_CHANGES } from '../../nouns/instructions/changes.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { afterClosing } from '../../ui/useBackCloses.ts';
import { Contents } from './Contents.tsx';
import { InstructSheet } from './InstructSheet.tsx';
import { ItemPage } from './ItemPage.tsx';
import { LeaderIssueDocument, type LeaderIssueQuery, MarkDigestReadDocument } from './leader.generated.ts';
import { ReaderBar, ReaderHead } from './ReaderBars.tsx';
import css from './reader.module.css';
import { keepPlace, openingAt, stoppedAt } from './reading.ts';
import { usePageTurn } from './usePageTurn.ts';

/** An issue read item by item, in large type; opening it is the receipt. */
export function IssueReader() {
  const { id = '' } = useParams();
  const { t } = useTranslation('leader');
  const { data, error, refetch } = useQuery(LeaderIssueDocument, { variables: { id } });
  useRefetchOnChanges(INSTRUCTION_CHANGES, () => refetch());
  return (
    <Loaded
      data={data?.digest}
      asked={{ error, refetch }}
      isPage
      isEmpty={({ items }) => items.length === 0}
      empty={<Empty text={t('reader.empty')} />}
    >
      {(issue) => (
        <>
          <AsOf questions={[[LeaderIssueDocument, { id }]]} />
          <Reader key={issue.id} issue={issue} />
        </>
      )}
    </Loaded>
  );
}

function Reader({ issue }: { issue: LeaderIssueQuery['digest'] }) {
  const [params, setParams] = useSearchParams();
  const [isContents, setContents] = useState(false);
  const [isInstructing, setInstructing] = useState(false);
  useReadReceipt(issue);
  const { items } = issue;
  const number = openingAt(items.length, params.get('item'), stoppedAt(issue.id));
  useEffect(() => keepPlace(issue.id, number), [issue.id, number]);
  const open = (next: number) => {
    if (next < 1 || next > items.length) return;
    setParams({ item: String(next) }, { replace: true });
    window.scrollTo({ top: 0 });
  };
  const strokes = usePageTurn((by) => open(number + by));
  const item = items[number - 1];
  if (!item) return null;
  return (
    <div className={css.reader}>
      <ReaderHead issue={issue} number={number} onContents={() => setContents(true)} />
      <div className={css.readerPage} {...strokes}>
        <ItemPage key={item.id} digestId={issue.id} item={item} />
      </div>
      <ReaderBar
        number={number}
        count={items.length}
        canInstruct={item.viewerCanInstruct}
        onTurn={(by) => open(number + by)}
        onInstruct={() => setInstructing(true)}
      />
      <Contents
        issue={issue}
        number={number}
        isOpen={isContents}
        onClose={() => setContents(false)}
        onOpen={(next) => {
          setContents(false);
          afterClosing(() => open(next));
        }}
      />
      {isInstructing && (
        <InstructSheet
          target={{ kind: 'item', id: item.id }}
          title={`（${chineseNumeral(item.number)}）${item.title}`}
          reports={item.reports}
          onClose={() => setInstructing(false)}
        />
      )}
    </div>
  );
}

/** Marked once; a lost line tries again when the issue is opened next. */
function useReadReceipt({ id, readAt }: { id: string; readAt: string | null }) {
  const [mark] = useMutation(MarkDigestReadDocument);
  useEffect(() => {
    if (readAt === null) void mark({ variables: { id } }).catch(() => undefined);
  }, [id, readAt, mark]);
}
