import { ACCOUNTABILITY_MACHINE } from '@lxq/schema/accountabilities/accountability-states.ts';
import { WORDS } from '@lxq/schema/transitions.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { may, useDeeds } from '../../../deeds/useDeeds.ts';
import type { AccountabilityWholeFragment } from '../../../nouns/accountabilities/accountability.generated.ts';
import * as documents from '../../../nouns/accountabilities/deeds.derived.generated.ts';
import { RowDeed } from '../../../ui/desk/RowDeed.tsx';
import { useMessages } from '../../../ui/desk/useMessages.ts';
import { WordsDialog } from '../WordsDialog.tsx';
import '../../../nouns/network/network.css';

interface Props {
  rows: readonly AccountabilityWholeFragment[];
  onChanged: () => unknown;
}

/** What was decided, newest first; what was taken back stays, and says why. */
export function Records({ rows, onChanged }: Props) {
  const { t } = useTranslation('supervision');
  const [withdrawn, setWithdrawn] = useState<AccountabilityWholeFragment>();
  if (rows.length === 0) return <p className="supervision-note">{t('noRecords')}</p>;
  return (
    <>
      <table className="network-table">
        <caption>{t('records')}</caption>
        <thead>
          <tr>
            <th>{t('fact.decidedOn')}</th>
            <th>{t('column.unit')}</th>
            <th>{t('fact.kind')}</th>
            <th>{t('fact.basis')}</th>
            <th>{t('fact.organ')}</th>
            <th>{t('fact.matter')}</th>
            <th>
              <span className="sr-only">{t('withdraw.deed')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.state === 'WITHDRAWN' ? 'network-closed' : undefined}>
              <th scope="row">{row.decidedOn}</th>
              <td data-label={t('column.unit')}>{row.unit.name}</td>
              <td data-label={t('fact.kind')}>{t(`kind.${row.kind}`)}</td>
              <td data-label={t('fact.basis')}>{t(`basis.${row.basis}`)}</td>
              <td data-label={t('fact.organ')}>
                {row.organ} {row.reference}
                {row.withdrawnReason && <div>{t('withdraw.was', { reason: row.withdrawnReason })}</div>}
              </td>
              <td data-label={t('fact.matter')}>
                <From row={row} />
              </td>
              <td>
                {may(ACCOUNTABILITY_MACHINE, 'withdraw', row) && (
                  <RowDeed deed={t('withdraw.deed')} of={row.reference} onClick={() => setWithdrawn(row)} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {withdrawn && (
        <Withdraw key={withdrawn.id} row={withdrawn} onChanged={onChanged} onClose={() => setWithdrawn(undefined)} />
      )}
    </>
  );
}

function From({ row: { case: one, censure } }: { row: AccountabilityWholeFragment }) {
  if (one) return <Link to={`/matters/cases/${one.id}`}>{one.no}</Link>;
  return censure ? <Link to={`/matters/censures/${censure.id}`}>{censure.no}</Link> : '—';
}

interface WithdrawProps {
  row: AccountabilityWholeFragment;
  onChanged: () => unknown;
  onClose: () => void;
}
function Withdraw({ row, onChanged, onClose }: WithdrawProps) {
  const { t } = useTranslation('supervision');
  const { done } = useMessages();
  const { isBusy, one } = useDeeds<'withdraw', AccountabilityWholeFragment>(ACCOUNTABILITY_MACHINE, documents);
  return (
    <WordsDialog
      deed="accountability.withdraw"
      thing={{ ...row, no: row.reference }}
      title={t('withdraw.deed')}
      about={t('withdraw.about')}
      label={t('withdraw.label')}
      length={WORDS}
      isDangerous
      isBusy={isBusy}
      send={async (reason) => {
        const outcome = await one('withdraw', row, reason);
        if ('value' in outcome) {
          done(t('withdraw.done', { no: row.reference }));
          void onChanged();
        }
        return outcome;
      }}
      onClose={onClose}
    />
  );
}
