import { CloseOutlined, LinkOutlined } from '@ant-design/icons';
import { App, Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportRowFragment } from './report.generated.ts';
import { ReportMarks, StateTag } from './StateTag.tsx';
import './report-split.css';

interface HeadProps {
  no: string;
  /** The address of what is open alone, without the list's filter. */
  address?: string;
  onClose?: (() => void) | undefined;
  /** Its state and marks. */
  children?: ReactNode;
}

/** Number, state and marks of what stands open beside a list, with its link to copy and the way out. */
export function PanelHead({ no, address, onClose, children }: HeadProps) {
  const { t } = useTranslation(['reports', 'ui']);
  const { message } = App.useApp();
  const copy = async (to: string) => {
    await navigator.clipboard.writeText(new URL(to, location.origin).href);
    void message.success(`${t('ui:copied')} ${no}`);
  };
  return (
    <header className="report-head">
      <h2 className="as-row">
        {no} {children}
      </h2>
      {address && (
        <Tooltip title={t('ui:copyLink')}>
          <Button
            type="text"
            icon={<LinkOutlined />}
            aria-label={t('ui:copyLink')}
            onClick={() => void copy(address)}
          />
        </Tooltip>
      )}
      {onClose && <Button type="text" icon={<CloseOutlined />} aria-label={t('close')} onClick={onClose} />}
    </header>
  );
}

interface Props {
  report: ReportRowFragment;
  address: string;
  onClose?: (() => void) | undefined;
}
export const ReportHead = ({ report, address, onClose }: Props) => (
  <PanelHead no={report.no} address={address} onClose={onClose}>
    <StateTag state={report.state} /> <ReportMarks report={report} />
  </PanelHead>
);

/** The way out of a report that has not come, or will not. */
export function CloseBar({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('reports');
  return (
    <div className="report-close">
      <Button type="text" icon={<CloseOutlined />} aria-label={t('close')} onClick={onClose} />
    </div>
  );
}
