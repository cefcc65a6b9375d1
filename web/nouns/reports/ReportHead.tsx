import { CloseOutlined, LinkOutlined } from '@ant-design/icons';
import { App, Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReportRowFragment } from './report.generated.ts';
import { ReportMarks, StateTag } from './StateTag.tsx';
import './report-split.css';

interface Props {
  report: ReportRowFragment;
  /** The address of this report alone, without the list's filter. */
  address: string;
  onClose?: (() => void) | undefined;
}

/** Number, state and marks of a report, with its link to copy and the way out. */
export function ReportHead({ report, address, onClose }: Props) {
  const { t } = useTranslation(['reports', 'ui']);
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(address, location.origin).href);
    void message.success(`${t('ui:copied')} ${report.no}`);
  };
  return (
    <header className="report-head">
      <h2 className="as-row">
        {report.no} <StateTag state={report.state} /> <ReportMarks report={report} />
      </h2>
      <Tooltip title={t('ui:copyLink')}>
        <Button type="text" icon={<LinkOutlined />} aria-label={t('ui:copyLink')} onClick={() => void copy()} />
      </Tooltip>
      {onClose && <Button type="text" icon={<CloseOutlined />} aria-label={t('close')} onClick={onClose} />}
    </header>
  );
}

/** The way out of a report that has not come, or will not. */
export function CloseBar({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('reports');
  return (
    <div className="report-close">
      <Button type="text" icon={<CloseOutlined />} aria-label={t('close')} onClick={onClose} />
    </div>
  );
}
