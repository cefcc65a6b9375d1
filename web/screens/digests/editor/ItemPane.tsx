import { useTranslation } from 'react-i18next';
import { Empty } from '../../../ui/Empty.tsx';
import type { DigestDeskQuery } from './editor.generated.ts';
import { GoneItem } from './GoneItem.tsx';
import { ItemEditor } from './ItemEditor.tsx';
import { ItemReader } from './ItemReader.tsx';
import css from './item.module.css';
import type { OutlineDeeds } from './useOutline.ts';

interface Props extends DigestDeskQuery {
  outline: OutlineDeeds;
  selectedId: string | null;
  onPeek: (report: string) => void;
}

/** The chosen item: to edit, or to read once the text is frozen. */
export function ItemPane({ digest, portfolios, outline, selectedId, onPeek }: Props) {
  const { t } = useTranslation('digests');
  const item = outline.items.find(({ id }) => id === selectedId);
  if (selectedId && !item && digest.viewerCanEdit) return <GoneItem itemId={selectedId} outline={outline} />;
  if (!item) return <Empty text={t('item.none')} />;
  if (!digest.viewerCanEdit) return <ItemReader digestId={digest.id} item={item} onPeek={onPeek} />;
  return (
    <div className={css.itemPane}>
      <ItemEditor key={item.id} {...{ digestId: digest.id, item, portfolios, onPeek }} />
    </div>
  );
}
