import { useDroppable } from '@dnd-kit/core';
import { itemProblems } from '@lxq/schema/digests/digest-draft.ts';
import type { RichText } from '@lxq/schema/digests/rich-text.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { visibleLength } from '@lxq/schema/texts/characters.ts';
import { Alert, Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIssueName } from '../../../nouns/digests/useIssueName.ts';
import { failureOf } from '../../../ui/failure.ts';
import { useFailureWords } from '../../../ui/failure-words.ts';
import { PersonalDataHint } from '../../../ui/PersonalDataHint.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import type { DigestDeskQuery, DraftItemFragment } from './editor.generated.ts';
import editor from './editor.module.css';
import { ItemPictures } from './ItemPictures.tsx';
import { ItemText } from './ItemText.tsx';
import css from './item.module.css';
import { withoutSource } from './itemDraft.ts';
import { SaveMark } from './SaveMark.tsx';
import { SourceList } from './SourceList.tsx';
import type { DropPlace } from './useDragging.ts';
import { useItemSaving } from './useItemSaving.ts';

interface Props {
  digestId: string;
  item: DraftItemFragment;
  portfolios: DigestDeskQuery['portfolios'];
  onPeek: (report: string) => void;
}
const { title: titleLimits } = LIMITS.digest.item;

/** Title, portfolio, text and sources of one item, stored as they are typed. */
export function ItemEditor({ digestId, item, portfolios, onPeek }: Props) {
  const { t } = useTranslation('digests');
  const saving = useItemSaving(digestId, item);
  const [isMerging, setMerging] = useState(false);
  const { value, status } = saving;
  const isShort = itemProblems(value).some(({ problem }) => problem === 'SHORT');
  const linked = item.reports.filter(({ id }) => value.reports.includes(id));
  return (
    <>
      <header className={css.itemHead}>
        <span>{t('item.number', { number: item.number })}</span>
        <SaveMark state={saving} onRetry={() => void saving.flush()} onMerge={() => setMerging(true)} />
      </header>
      {status === 'conflict' && <ConflictNotice error={saving.error} onOpen={() => setMerging(true)} />}
      {status === 'failed' && <FailureNotice error={saving.error} />}
      {item.corrects && <CorrectedNotice corrects={item.corrects} />}
      <Input
        className={css.titleInput}
        aria-label={t('item.titleLabel')}
        placeholder={t('item.titleLabel')}
        value={value.title}
        status={isShort ? 'error' : ''}
        count={{ show: true, max: titleLimits.max, strategy: visibleLength }}
        onChange={(event) => saving.change({ title: event.target.value })}
        onBlur={() => void saving.flush()}
      />
      <PersonalDataHint text={value.title} onMask={(title) => saving.change({ title })} />
      {isShort && <p className={css.fault}>{t('item.titleShort', { min: titleLimits.min })}</p>}
      <PortfolioChoice
        portfolios={portfolios}
        value={value.portfolio}
        onChange={(portfolio) => saving.change({ portfolio })}
      />
      <ItemText
        key={saving.loads}
        body={value.body}
        label={t('item.text')}
        onChange={(body: RichText) => saving.change({ body })}
        onBlur={() => void saving.flush()}
      />
      <DroppableSources>
        <SourceList
          reports={linked}
          onPeek={onPeek}
          onRemove={(report) => saving.change(withoutSource(value, report, item.photos))}
        />
      </DroppableSources>
      <ItemPictures
        digestId={digestId}
        photos={item.photos.filter(({ reportId }) => value.reports.includes(reportId))}
        chosen={value.pictures}
        onChange={(pictures) => saving.change({ pictures })}
      />
      {isMerging && status === 'conflict' && (
        <ConflictDialog
          base={saving.base}
          mine={value}
          item={item}
          portfolios={portfolios}
          onClose={() => setMerging(false)}
          onResolve={(merged) => {
            setMerging(false);
            void saving.resolve(merged);
          }}
        />
      )}
    </>
  );
}

function PortfolioChoice(props: {
  portfolios: Props['portfolios'];
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const { t } = useTranslation('digests');
  return (
    <Select
      className={editor.wide}
      aria-label={t('item.portfolio')}
      placeholder={t('item.portfolio')}
      status={props.value ? '' : 'warning'}
      value={props.value}
      onChange={props.onChange}
      options={props.portfolios.map(({ id, heading, leader }) => ({
        value: id,
        label: t('outline.group', { heading, name: leader.name }),
      }))}
    />
  );
}

function DroppableSources({ children }: { children: ReactNode }) {
  const place: DropPlace = { kind: 'sources' };
  const { setNodeRef, isOver } = useDroppable({ id: 'sources', data: place });
  return (
    <div ref={setNodeRef} className={isOver ? editor.dropSources : editor.sourcesPlace}>
      {children}
    </div>
  );
}

function ConflictNotice({ error, onOpen }: { error: unknown; onOpen: () => void }) {
  const { t } = useTranslation('digests');
  const { by } = error ? failureOf(error).extensions : {};
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={by ? t('conflict.noticeBy', { by: String(by) }) : t('conflict.notice')}
      action={
        <Button type="primary" size="small" onClick={onOpen}>
          {t('conflict.compare')}
        </Button>
      }
    />
  );
}

function FailureNotice({ error }: { error: unknown }) {
  const { t } = useTranslation('digests');
  const reason = useFailureWords()(error).line;
  return <Alert type="error" showIcon role="alert" title={t('save.notStored', { reason })} />;
}

function CorrectedNotice({ corrects }: { corrects: NonNullable<DraftItemFragment['corrects']> }) {
  const { t } = useTranslation('digests');
  const issueName = useIssueName();
  const { digest, number, title } = corrects;
  return <Alert type="info" showIcon title={t('item.corrects', { issue: issueName(digest), number, title })} />;
}
