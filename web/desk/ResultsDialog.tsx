import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DeedResultFragment } from './deeds.generated.ts';

export interface Results {
  deed: 'triage' | 'return' | 'merge';
  results: readonly DeedResultFragment[];
  /** Numbers of the reports asked for, since a refused row may come without its report. */
  numbers: ReadonlyMap<string, string>;
}

/** What became of each row of a bulk deed: x succeeded, y failed and why. */
export function ResultsDialog({ deed, results, numbers, onClose }: Results & { onClose: () => void }) {
  const { t } = useTranslation(['desk', 'words', 'ui']);
  const failed = results.filter((row) => !row.ok);
  const done = results.length - failed.length;
  return (
    <Modal
      open
      title={t('results.title', { deed: t(`words:deed.${deed}`), done, failed: failed.length })}
      onOk={onClose}
      onCancel={onClose}
      okText={t('ui:close')}
      okButtonProps={{ autoFocus: true }}
      footer={(_, { OkBtn }) => <OkBtn />}
      width={640}
    >
      {failed.length > 0 && <p className="desk-dialog-about">{t('results.kept')}</p>}
      <ul className="desk-results">
        {[...failed, ...results.filter((row) => row.ok)].map((row) => (
          <li key={row.id}>
            {row.ok ? (
              <CheckCircleFilled className="desk-ok" aria-label={t('results.ok')} />
            ) : (
              <CloseCircleFilled className="desk-failed" aria-label={t('results.failed')} />
            )}
            <b>{row.report?.no ?? numbers.get(row.id) ?? row.id}</b>
            <span>{row.ok ? t('results.ok') : row.error?.message}</span>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
