import { plainText } from '@lxq/schema/digests/rich-text.ts';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../../session/session.ts';
import { Empty } from '../../../ui/Empty.tsx';
import css from './item.module.css';
import type { ItemDraft } from './itemDraft.ts';
import { keepText, readKeptText } from './keptText.ts';
import type { OutlineDeeds } from './useOutline.ts';

/** Somebody took the item out while words were being typed into it: they are still here and may go into a new item. */
export function GoneItem({ itemId, outline }: { itemId: string; outline: OutlineDeeds }) {
  const { t } = useTranslation('digests');
  const personId = useViewer().person.id;
  const words = readKeptText<ItemDraft>(personId, itemId)?.value;
  if (!words) return <Empty text={t('item.gone')} />;
  const restore = async () => {
    if ('value' in (await outline.add(words))) keepText(personId, itemId, null);
  };
  return (
    <div className={css.itemPane}>
      <Alert
        type="warning"
        showIcon
        title={t('item.goneUnsaved')}
        action={
          <Button type="primary" loading={outline.isBusy} onClick={() => void restore()}>
            {t('item.restore')}
          </Button>
        }
      />
      <h3>{words.title}</h3>
      <p className={css.readText}>{plainText(words.body)}</p>
    </div>
  );
}
