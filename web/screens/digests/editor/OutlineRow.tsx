import { DeleteOutlined, HolderOutlined } from '@ant-design/icons';
import { useSortable } from '@dnd-kit/sortable';
import { countCharacters, type RichText } from '@lxq/schema/digests/rich-text.ts';
import { Tag } from 'antd';
import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import cards from './cards.module.css';
import type { DraftItemFragment } from './editor.generated.ts';
import css from './outline.module.css';
import type { Dragged, DropPlace } from './useDragging.ts';

/** The same functions for the life of the outline: an issue may have hundreds of rows, and only those that changed are drawn. */
export interface RowDeeds {
  onSelect(item: string): void;
  onNudge(item: string, by: -1 | 1): void;
  onRemove(item: DraftItemFragment): void;
}
interface Props {
  item: DraftItemFragment;
  isSelected: boolean;
  canEdit: boolean;
  isBusy: boolean;
  deeds: RowDeeds;
}

export const OutlineRow = memo(function OutlineRow({ item, isSelected, canEdit, isBusy, deeds }: Props) {
  const { t } = useTranslation('digests');
  const button = useRef<HTMLButtonElement>(null);
  const data: Dragged & DropPlace = { kind: 'item', id: item.id };
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id: `item:${item.id}`,
    data,
    disabled: !canEdit,
  });
  useEffect(() => {
    if (isSelected) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!canEdit || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    deeds.onNudge(item.id, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li
      ref={setNodeRef}
      className={isSelected ? css.rowSelected : css.row}
      style={{
        transform: transform ? `translate3d(0, ${transform.y}px, 0)` : undefined,
        transition,
        opacity: isDragging ? 0.4 : 1,
      }}
    >
      {canEdit && (
        <button
          ref={setActivatorNodeRef}
          type="button"
          className={css.handle}
          {...attributes}
          {...listeners}
          aria-label={t('outline.handle', { title: item.title })}
        >
          <HolderOutlined />
        </button>
      )}
      <button
        ref={button}
        type="button"
        className={css.rowText}
        aria-current={isSelected || undefined}
        onClick={() => deeds.onSelect(item.id)}
        onKeyDown={onKeyDown}
      >
        <span className={css.rowTitle}>
          {item.number}. {item.kind === 'CORRECTION' && <Tag color="orange">{t('item.correction')}</Tag>}
          {item.title}
        </span>
        <span className={cards.cardFoot}>
          {t('characters', { count: countCharacters(item.body as RichText) })} ·{' '}
          {t('item.sourceCount', { count: item.reports.length })}
        </span>
      </button>
      {canEdit && (
        <button
          type="button"
          className={css.rowRemove}
          disabled={isBusy}
          aria-label={t('outline.remove', { title: item.title })}
          onClick={() => deeds.onRemove(item)}
        >
          <DeleteOutlined />
        </button>
      )}
    </li>
  );
});
