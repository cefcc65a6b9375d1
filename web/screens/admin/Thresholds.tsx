import { useQuery } from '@apollo/client/react';
import { isAdjustable } from '@lxq/schema/deadlines/deadline-rules.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRuleName } from '../../nouns/deadlines/useRuleName.ts';
import { RowDeed } from '../../ui/desk/RowDeed.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import { type ThresholdRowFragment as Threshold, ThresholdsDocument } from './deadlines.generated.ts';
import { ThresholdDialog } from './ThresholdDialog.tsx';
import { ThresholdHistory } from './ThresholdHistory.tsx';
import { useAmountWords } from './useAmountWords.ts';

/** How much time each rule gives here, and what of that the county may set. */
export function Thresholds() {
  const { t } = useTranslation('admin');
  const { data, error, refetch } = useQuery(ThresholdsDocument, { fetchPolicy: 'cache-and-network' });
  const [edited, setEdited] = useState<Threshold>();
  const close = () => {
    setEdited(undefined);
    void refetch().catch(() => undefined); // a failure is `error`
  };
  const [looked, setLooked] = useState<Threshold>();
  return (
    <section className="admin-list">
      <p className="admin-note">{t('threshold.note')}</p>
      <Loaded data={data?.thresholds} asked={{ error, refetch }} rows={10}>
        {(thresholds) => <Table thresholds={thresholds} onEdit={setEdited} onLook={setLooked} />}
      </Loaded>
      {edited && <ThresholdDialog key={edited.rule} threshold={edited} onClose={close} />}
      {looked && <ThresholdHistory threshold={looked} onClose={() => setLooked(undefined)} />}
    </section>
  );
}

interface Doing {
  onEdit: (threshold: Threshold) => void;
  onLook: (threshold: Threshold) => void;
}

function Table({ thresholds, ...doing }: Doing & { thresholds: Threshold[] }) {
  const { t } = useTranslation('admin');
  return (
    <table className="network-table">
      <caption className="sr-only">{t('view.thresholds')}</caption>
      <thead>
        <tr>
          <th>{t('threshold.rule')}</th>
          <th>{t('threshold.amount')}</th>
          <th>{t('threshold.usual')}</th>
          <th>{t('threshold.source')}</th>
          <th>{t('threshold.changed')}</th>
          <th>
            <span className="sr-only">{t('threshold.edit')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {thresholds.map((threshold) => (
          <Row key={threshold.rule} threshold={threshold} {...doing} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ threshold, onEdit, onLook }: Doing & { threshold: Threshold }) {
  const { t } = useTranslation('admin');
  const wordsOf = useAmountWords();
  const name = useRuleName()(threshold.rule);
  const { counts, amount, usual, extension, changedAt, changedByName, source } = threshold;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={t('threshold.amount')}>
        {amount === usual ? wordsOf(counts, amount) : <b>{wordsOf(counts, amount)}</b>}
        {extension && <small className="admin-aside">{t('threshold.extension', { count: extension })}</small>}
      </td>
      <td data-label={t('threshold.usual')}>{wordsOf(counts, usual)}</td>
      <td data-label={t('threshold.source')}>
        {source.startsWith('Art. ') ? t('threshold.article', { no: source.slice(5) }) : t('threshold.own')}
      </td>
      <td data-label={t('threshold.changed')}>{changedAt ? `${changedByName} ${shanghaiTime(changedAt)}` : '—'}</td>
      <td className="admin-deeds">
        {isAdjustable(threshold) && <RowDeed deed={t('threshold.edit')} of={name} onClick={() => onEdit(threshold)} />}
        {changedAt && <RowDeed deed={t('threshold.history')} of={name} onClick={() => onLook(threshold)} />}
      </td>
    </tr>
  );
}
