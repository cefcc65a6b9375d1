import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** "(3) 信息办理 · 连心桥": the count of what waits stands in the tab. */
export function useTabTitle(title: string, count = 0) {
  const { t } = useTranslation();
  const product = t('product');
  useEffect(() => {
    document.title = `${count > 0 ? `(${count}) ` : ''}${title} · ${product}`;
  }, [title, count, product]);
}
