import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DeedResultFragment } from '../../nouns/reports/report.generated.ts';
import { useStepName } from '../../nouns/reports/useStepName.ts';
import { DeskModal } from '../../ui/desk/dialogs.tsx';
import { shanghaiTime } from '../../ui/time.ts';

export type BulkDeed =
  | ('triage' | 'return' | 'merge' | 'untriage' | 'unreturn' | 'unmerge')
  | ('assign' | 'unassign' | 'mark' | 'unmark' | 'urge');
export interface Results {
  deed: BulkDeed;
  results: readonly DeedResultFragment[];
  /** Numbers of the reports asked for, since a refused row may come without its report. */
  numbers: ReadonlyMap<string, string>;
}
interface Props extends Results {
  isBusy: boolean;
  /** Takes back what was done; absent where nothing can be. */
  onUndo: ((ids: string[]) => void) | undefined;
  onClose: () => void;
}

/** What became of each row of a bulk deed: what was done, and of what was not why and who was first. */
export function ResultsDialog({ deed, results, numbers, isBusy, onUndo, onClose }: Props) {
  const { t } = useTranslation(['desk', 'words', 'ui']);
  const failed = results.filter((row) => !row.ok);
  const done = results.filter((row) => row.ok);
  return (
    <DeskModal
      open
      title={t('results.title', { deed: t(`words:deed.${deed}`), done: done.length, failed: failed.length })}
      onOk={onClose}
      onCancel={onClose}
      okText={t('ui:close')}
      okButtonProps={{ autoFocus: true }}
      footer={(_, { OkBtn }) => (
        <>
          {onUndo && done.length > 0 && (
            <Button loading={isBusy} onClick={() => onUndo(done.map((row) => row.id))}>
              {t('results.undo', { count: done.length })}
            </Button>
          )}
          <OkBtn />
        </>
      )}
      width={640}
    >
      {failed.length > 0 && <p className="deed-dialog-about">{t('results.kept')}</p>}
      <ul className="as-list desk-results">
        {[...failed, ...done].map((row) => (
          <li key={row.id}>
            {row.ok ? (
              <CheckCircleFilled className="desk-ok" aria-label={t('results.ok')} />
            ) : (
              <CloseCircleFilled className="desk-failed" aria-label={t('results.failed')} />
            )}
            <b>{row.report?.no ?? numbers.get(row.id) ?? row.id}</b>
            <span>{row.ok ? t('results.done', { deed: t(`words:deed.${deed}`) }) : <Reason error={row.error} />}</span>
          </li>
        ))}
      </ul>
    </DeskModal>
  );
}

/** Where somebody was first: who, what and when, before the guard's own words. */
function Reason({ error }: { error: DeedResultFragment['error'] }) {
  const { t } = useTranslation('desk');
  const name = useStepName();
  if (!error) return null;
  const { step, message } = error;
  if (!step) return message;
  return t('results.taken', { actor: name.actor(step), deed: name.deed(step), at: shanghaiTime(step.at), message });
}
