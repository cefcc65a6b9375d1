import { useTranslation } from 'react-i18next';
import type { ReportRowFragment } from './report.generated.ts';
import './marks.css';

/** Unit and name; only the code, or nothing, where the line protects who reported. */
export function ReporterName({ reporter }: { reporter: ReportRowFragment['reporter'] }) {
  const { t } = useTranslation('reports');
  return (
    <span>
      {reporter.unitName} <span className="report-reporter">{reporter.name ?? reporter.code ?? t('protected')}</span>
    </span>
  );
}
