import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReportBriefFragment } from '../../../nouns/reports/report.generated.ts';
import { useTermName } from '../../../ui/useTermName.ts';
import cards from './cards.module.css';
import css from './item.module.css';

interface Props {
  reports: readonly ReportBriefFragment[];
  onPeek: (report: string) => void;
  onRemove?: (report: string) => void;
}

/** The reports an item rests on; each opens. */
export function SourceList({ reports, onPeek, onRemove }: Props) {
  const { t } = useTranslation('digests');
  const nameOf = useTermName();
  return (
    <section>
      <h3 className={css.sourceHead}>{t('item.sources', { count: reports.length })}</h3>
      <ul className={`as-list ${css.sources}`}>
        {reports.map((report) => (
          <li key={report.id}>
            <button type="button" className={cards.cardText} onClick={() => onPeek(report.id)}>
              <span className={cards.cardHead}>
                <strong>{report.place.fullName}</strong>
                <span>{nameOf(report.topic)}</span>
                <span>{report.no}</span>
              </span>
              <span className="as-excerpt">{report.excerpt}</span>
            </button>
            {onRemove && (
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={t('item.unlink', { no: report.no })}
                onClick={() => onRemove(report.id)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
