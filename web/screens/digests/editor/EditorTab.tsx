import { DndContext, DragOverlay } from '@dnd-kit/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Basket } from './Basket.tsx';
import { Candidates } from './Candidates.tsx';
import type { DigestDeskQuery } from './editor.generated.ts';
import css from './editor.module.css';
import { ItemPane } from './ItemPane.tsx';
import { Outline } from './Outline.tsx';
import { ReportPeek } from './ReportPeek.tsx';
import { useBasket } from './useBasket.ts';
import { useDragging } from './useDragging.ts';
import { useOutline } from './useOutline.ts';

/** Candidates, outline and the item under the hand, side by side. */
export function EditorTab({ digest, portfolios }: DigestDeskQuery) {
  const { t } = useTranslation('digests');
  const [params, setParams] = useSearchParams();
  const [peeked, setPeeked] = useState<string | null>(null);
  const basket = useBasket();
  const select = (item: string | null) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (item) next.set('item', item);
        else next.delete('item');
        return next;
      },
      { replace: true },
    );
  const outline = useOutline({ digest, portfolios }, select);
  const selectedId = params.get('item') ?? outline.groups[0]?.entries[0]?.id ?? null;
  const dragging = useDragging({ outline, basket, selectedId });
  const canEdit = digest.viewerCanEdit;
  return (
    <DndContext {...dragging.context}>
      <div className={canEdit ? css.columns : css.columnsRead}>
        {canEdit && (
          <section className={css.column} aria-label={t('candidates.title')}>
            <Candidates digestId={digest.id} version={digest.version} basket={basket} onPeek={setPeeked} />
            <Basket basket={basket} outline={outline} selectedId={selectedId} />
          </section>
        )}
        <section className={css.column} aria-label={t('outline.title')}>
          <Outline
            outline={outline}
            portfolios={portfolios}
            selectedId={selectedId}
            onSelect={select}
            canEdit={canEdit}
          />
        </section>
        <section className={css.column} aria-label={t('item.title')}>
          <ItemPane {...{ digest, portfolios, outline, selectedId }} onPeek={setPeeked} />
        </section>
      </div>
      <DragOverlay dropAnimation={null}>
        {dragging.label && <div className={css.dragged}>{dragging.label}</div>}
      </DragOverlay>
      <ReportPeek id={peeked} onClose={() => setPeeked(null)} />
    </DndContext>
  );
}
