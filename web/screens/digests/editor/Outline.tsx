import { DiffOutlined, PlusOutlined } from '@ant-design/icons';
import { useDroppable } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { countCharacters, type RichText } from '@lxq/schema/digests/rich-text.ts';
import { Button } from 'antd';
import { memo, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../ui/Empty.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { CorrectionDialog } from './CorrectionDialog.tsx';
import type { DigestDeskQuery } from './editor.generated.ts';
import editor from './editor.module.css';
import { OutlineRow, type RowDeeds } from './OutlineRow.tsx';
import css from './outline.module.css';
import type { DropPlace } from './useDragging.ts';
import type { OutlineDeeds } from './useOutline.ts';

interface Props {
  outline: OutlineDeeds;
  portfolios: DigestDeskQuery['portfolios'];
  selectedId: string | null;
  onSelect: (item: string) => void;
  canEdit: boolean;
}

/** The issue's items under their leaders' portfolios, in the order they will be printed. */
export function Outline({ outline, portfolios, selectedId, onSelect, canEdit }: Props) {
  const { t } = useTranslation('digests');
  const place: DropPlace = { kind: 'outline' };
  const { setNodeRef, isOver } = useDroppable({ id: 'outline', data: place });
  const deeds = useRowDeeds(outline, onSelect);
  return (
    <>
      <OutlineHead {...{ outline, portfolios, selectedId, canEdit }} />
      <div ref={setNodeRef} className={isOver ? editor.dropHere : editor.columnBody}>
        {outline.items.length === 0 && <Empty text={canEdit ? t('outline.empty') : t('outline.none')} />}
        {outline.groups.map(({ portfolio, entries }) => (
          <OutlineSection
            key={portfolio?.id ?? ''}
            {...{ portfolio, entries, canEdit, deeds }}
            isBusy={outline.isBusy}
            selectedId={entries.some(({ id }) => id === selectedId) ? selectedId : null}
          />
        ))}
      </div>
      {canEdit && (
        <p className={editor.basketHint}>
          <Kbd>Alt</Kbd> <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('outline.keys')}
        </p>
      )}
    </>
  );
}

function useRowDeeds(outline: OutlineDeeds, onSelect: (item: string) => void): RowDeeds {
  const latest = useRef({ outline, onSelect });
  latest.current = { outline, onSelect };
  return useMemo(
    () => ({
      onSelect: (item) => latest.current.onSelect(item),
      onNudge: (item, by) => latest.current.outline.nudge(item, by),
      onRemove: (item) => void latest.current.outline.remove(item),
    }),
    [],
  );
}

interface SectionProps {
  portfolio: OutlineDeeds['groups'][number]['portfolio'];
  entries: OutlineDeeds['groups'][number]['entries'];
  selectedId: string | null;
  canEdit: boolean;
  isBusy: boolean;
  deeds: RowDeeds;
}

const OutlineSection = memo(function OutlineSection({ portfolio, entries, selectedId, ...row }: SectionProps) {
  const { t } = useTranslation('digests');
  const ids = useMemo(() => entries.map(({ id }) => `item:${id}`), [entries]);
  return (
    <section className={css.group}>
      <h3 className={portfolio ? css.groupHead : css.groupHomeless}>
        {portfolio
          ? t('outline.group', { heading: portfolio.heading, name: portfolio.leader.name })
          : t('outline.homeless')}
        <span>{entries.length}</span>
      </h3>
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol className="as-list">
          {entries.map((item) => (
            <OutlineRow key={item.id} item={item} isSelected={item.id === selectedId} {...row} />
          ))}
        </ol>
      </SortableContext>
    </section>
  );
});

function OutlineHead({ outline, portfolios, selectedId, canEdit }: Omit<Props, 'onSelect'>) {
  const { t } = useTranslation('digests');
  const [isCorrecting, setCorrecting] = useState(false);
  const characters = useMemo(
    () => outline.items.reduce((sum, { body }) => sum + countCharacters(body as RichText), 0),
    [outline.items],
  );
  const near = outline.items.find(({ id }) => id === selectedId)?.portfolio?.id ?? portfolios[0]?.id ?? null;
  return (
    <header className={editor.columnHead}>
      <h2>
        {t('outline.title')}{' '}
        <small>
          {t('itemCount', { count: outline.items.length })} · {t('characters', { count: characters })}
        </small>
      </h2>
      {canEdit && (
        <div className={editor.headButtons}>
          <Button
            size="small"
            icon={<PlusOutlined />}
            disabled={outline.isBusy}
            onClick={() => void outline.add({ portfolio: near })}
          >
            {t('outline.add')}
          </Button>
          <Button size="small" icon={<DiffOutlined />} disabled={outline.isBusy} onClick={() => setCorrecting(true)}>
            {t('outline.correct')}
          </Button>
        </div>
      )}
      {isCorrecting && <CorrectionDialog outline={outline} onClose={() => setCorrecting(false)} />}
    </header>
  );
}
