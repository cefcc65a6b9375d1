import {
  type CollisionDetection,
  closestCenter,
  type DragEndEvent,
  type DragStartEvent,
  KeyboardSensor,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceReportFragment } from './editor.generated.ts';
import type { Basket } from './useBasket.ts';
import type { OutlineDeeds } from './useOutline.ts';

/** What is being dragged, and over what it may be dropped. */
export type Dragged = { kind: 'item'; id: string } | { kind: 'report'; report: SourceReportFragment };
export type DropPlace = { kind: 'outline' } | { kind: 'sources' } | { kind: 'item'; id: string };

interface Parts {
  outline: OutlineDeeds;
  basket: Basket;
  selectedId: string | null;
}

export function useDragging({ outline, basket, selectedId }: Parts) {
  const { t } = useTranslation('digests');
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    const what = active.data.current as Dragged | undefined;
    const where = over?.data.current as DropPlace | undefined;
    if (!what || !where) return;
    if (what.kind === 'item') {
      if (where.kind === 'item') outline.moveTo(what.id, where.id);
      return;
    }
    const reports = basket.has(what.report.id) ? basket.reports : [what.report];
    const work = where.kind === 'sources' && selectedId ? outline.link(selectedId, reports) : outline.gather(reports);
    void work.then((outcome) => 'value' in outcome && basket.take(reports.map(({ id }) => id)));
  };
  const context = {
    sensors,
    collisionDetection: nearest,
    onDragStart: ({ active }: DragStartEvent) => setDragged((active.data.current as Dragged | undefined) ?? null),
    onDragCancel: () => setDragged(null),
    onDragEnd,
  };
  return { context, label: dragged ? labelOf(dragged) : null };

  function labelOf(what: Dragged): string {
    if (what.kind === 'item') return outline.items.find(({ id }) => id === what.id)?.title ?? '';
    const count = basket.has(what.report.id) ? basket.reports.length : 1;
    return t('candidates.dragged', { count });
  }
}

/** Items are sorted among items; reports fall into the outline or onto the sources of the open item. */
const nearest: CollisionDetection = (args) => {
  const kind = (args.active.data.current as Dragged | undefined)?.kind;
  const fits = args.droppableContainers.filter((container) => {
    const place = (container.data.current as DropPlace | undefined)?.kind;
    return kind === 'item' ? place === 'item' : place === 'outline' || place === 'sources';
  });
  return (kind === 'item' ? closestCenter : pointerWithin)({ ...args, droppableContainers: fits });
};
