import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useRuleName } from '../../nouns/deadlines/useRuleName.ts';
import { DeskDrawer } from '../../ui/desk/dialogs.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import { type ThresholdRowFragment as Threshold, ThresholdHistoryDocument } from './deadlines.generated.ts';
import { useAmountWords } from './useAmountWords.ts';

/** Who has set a rule's time, and what it was before. */
export function ThresholdHistory({
  threshold: { rule, counts },
  onClose,
}: {
  threshold: Threshold;
  onClose: () => void;
}) {
  const { t } = useTranslation('admin');
  const name = useRuleName()(rule);
  const wordsOf = useAmountWords();
  const { data, error, refetch } = useQuery(ThresholdHistoryDocument, {
    variables: { rule },
    fetchPolicy: 'network-only',
  });
  return (
    <DeskDrawer open title={t('threshold.historyOf', { name })} onClose={onClose} size={420}>
      <Loaded data={data?.thresholdHistory} asked={{ error, refetch }} empty={<Empty />}>
        {(changes) => (
          <ol className="admin-history">
            {changes.map(({ at, byName, before, after }) => (
              <li key={at}>
                {t('threshold.change', { from: wordsOf(counts, before), to: wordsOf(counts, after) })}
                <small>
                  {byName} {shanghaiTime(at)}
                </small>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </DeskDrawer>
  );
}
