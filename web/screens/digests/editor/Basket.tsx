import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../../ui/useOnce.ts';
import css from './editor.module.css';
import type { Basket as Picked } from './useBasket.ts';
import type { OutlineDeeds } from './useOutline.ts';

interface Props {
  basket: Picked;
  outline: OutlineDeeds;
  selectedId: string | null;
}

/** What is picked, and the three ways into the issue. */
export function Basket({ basket, outline, selectedId }: Props) {
  const { t } = useTranslation('digests');
  const { reports } = basket;
  if (reports.length === 0) return <p className={css.basketHint}>{t('basket.hint')}</p>;
  const then = (work: Promise<Outcome<true>>) => void work.then((outcome) => 'value' in outcome && basket.clear());
  return (
    <div className={css.basket} role="status">
      <p>
        {t('basket.picked', { count: reports.length })}
        <Button type="link" size="small" onClick={basket.clear}>
          {t('basket.clear')}
        </Button>
      </p>
      <Space wrap>
        <Button type="primary" loading={outline.isBusy} onClick={() => then(outline.gather(reports))}>
          {t('basket.gather')}
        </Button>
        {reports.length > 1 && (
          <Button disabled={outline.isBusy} onClick={() => then(outline.combine(reports))}>
            {t('basket.combine')}
          </Button>
        )}
        {selectedId && (
          <Button disabled={outline.isBusy} onClick={() => then(outline.link(selectedId, reports))}>
            {t('basket.link')}
          </Button>
        )}
      </Space>
    </div>
  );
}
