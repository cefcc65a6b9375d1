import { ReloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { shanghaiTime } from '../../ui/time.ts';

/** 数据截至: when the numbers were counted, and a way to count them again. */
export function AsOf({ at, onRefresh }: { at: string; onRefresh: () => void }) {
  const { t } = useTranslation('analyst');
  return (
    <span className="analyst-as-of">
      {t('asOf', { at: shanghaiTime(at) })}
      <Button type="text" size="small" icon={<ReloadOutlined />} aria-label={t('refresh')} onClick={onRefresh} />
    </span>
  );
}
