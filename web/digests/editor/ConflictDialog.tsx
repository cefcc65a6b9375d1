import { paragraphText, type RichParagraph, type RichText } from '@lxq/schema/rich-text.ts';
import { Button, Modal, Radio, Space } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './conflict.module.css';
import { DiffText } from './DiffText.tsx';
import type { DigestDeskQuery, DraftItemFragment } from './editor.generated.ts';
import { canonicalBody, type ItemDraft, toDraft } from './itemDraft.ts';
import { type Hunk, hunksOf, mergedBy, proposedBy, type Side } from './mergeHunks.ts';

interface Props {
  /** What both began from. */
  base: ItemDraft;
  mine: ItemDraft;
  /** As somebody else stored it. */
  item: DraftItemFragment;
  portfolios: DigestDeskQuery['portfolios'];
  onClose: () => void;
  onResolve: (merged: ItemDraft) => void;
}

/** Both versions of an item, place by place: mine, theirs or both. Nothing is stored, and nothing lost, before the choice. */
export function ConflictDialog({ base, mine, item, portfolios, onClose, onResolve }: Props) {
  const { t } = useTranslation('digests');
  const theirs = useMemo(() => toDraft(item), [item]);
  const hunks = useMemo(
    () => hunksOf(canonicalBody(mine.body).content, canonicalBody(theirs.body).content),
    [mine, theirs],
  );
  const [title, setTitle] = useState<Side>(mine.title === base.title ? 'theirs' : 'mine');
  const [portfolio, setPortfolio] = useState<Side>(mine.portfolio === base.portfolio ? 'theirs' : 'mine');
  const [choices, setChoices] = useState(() => proposedBy(hunks, canonicalBody(base.body).content));
  const headingOf = (id: string | null) => portfolios.find((each) => each.id === id)?.heading ?? t('outline.homeless');
  const merged: ItemDraft = {
    title: title === 'theirs' ? theirs.title : mine.title,
    portfolio: portfolio === 'theirs' ? theirs.portfolio : mine.portfolio,
    body: withParagraph(mergedBy(hunks, choices)),
    reports: mergedReports(base.reports, mine.reports, theirs.reports),
    corrects: mine.corrects,
  };
  const all = (side: Side) => Object.fromEntries(hunks.map((_, index) => [index, side]));
  const choose = (side: Side) => {
    setTitle(side);
    setPortfolio(side);
    setChoices(all(side));
  };
  return (
    <Modal
      open
      width={860}
      title={t('conflict.title', { number: item.number })}
      onCancel={onClose}
      okText={t('conflict.store')}
      onOk={() => onResolve(merged)}
    >
      <Space wrap className={css.shortcuts}>
        <Button onClick={() => choose('mine')}>{t('conflict.allMine')}</Button>
        <Button onClick={() => choose('theirs')}>{t('conflict.allTheirs')}</Button>
      </Space>
      {mine.title !== theirs.title && (
        <Choice label={t('item.titleLabel')} theirs={theirs.title} mine={mine.title} side={title} onChoose={setTitle} />
      )}
      {mine.portfolio !== theirs.portfolio && (
        <Choice
          label={t('item.portfolio')}
          theirs={headingOf(theirs.portfolio)}
          mine={headingOf(mine.portfolio)}
          side={portfolio}
          onChoose={setPortfolio}
        />
      )}
      {hunks.map((hunk, index) => (
        <HunkChoice
          // biome-ignore lint/suspicious/noArrayIndexKey: hunks are places in the text.
          key={index}
          hunk={hunk}
          side={choices[index] ?? 'mine'}
          onChoose={(side) => setChoices({ ...choices, [index]: side })}
        />
      ))}
      <h3 className={css.previewHead}>{t('conflict.result')}</h3>
      <div className={css.preview}>
        <strong>{merged.title}</strong>
        <p>{wordsOf(merged.body.content)}</p>
      </div>
    </Modal>
  );
}

function HunkChoice({
  hunk,
  side,
  onChoose,
}: {
  hunk: Hunk<RichParagraph>;
  side: Side;
  onChoose: (side: Side) => void;
}) {
  const { t } = useTranslation('digests');
  if ('same' in hunk) return <p className={css.same}>{wordsOf(hunk.same)}</p>;
  return (
    <Choice
      label={t('conflict.place')}
      theirs={wordsOf(hunk.theirs)}
      mine={wordsOf(hunk.mine)}
      side={side}
      onChoose={onChoose}
      canKeepBoth
    />
  );
}

interface ChoiceProps {
  label: string;
  theirs: string;
  mine: string;
  side: Side;
  onChoose: (side: Side) => void;
  canKeepBoth?: boolean;
}

function Choice({ label, theirs, mine, side, onChoose, canKeepBoth = false }: ChoiceProps) {
  const { t } = useTranslation('digests');
  const sides: Side[] = canKeepBoth && theirs && mine ? ['mine', 'theirs', 'both'] : ['mine', 'theirs'];
  return (
    <fieldset className={css.choice}>
      <legend>{label}</legend>
      <DiffText before={theirs} after={mine} isPlain />
      <Radio.Group
        value={side}
        onChange={(event) => onChoose(event.target.value as Side)}
        options={sides.map((each) => ({ value: each, label: t(`conflict.${each}`) }))}
      />
    </fieldset>
  );
}

/** A source linked or unlinked by either stays so. */
function mergedReports(base: string[], mine: string[], theirs: string[]): string[] {
  const kept = (id: string) => (mine.includes(id) && theirs.includes(id)) || !base.includes(id);
  return [...new Set([...theirs, ...mine])].filter(kept);
}

const wordsOf = (paragraphs: RichParagraph[]) => paragraphs.map(paragraphText).join('\n');
const withParagraph = (content: RichParagraph[]): RichText => ({
  type: 'doc',
  content: content.length > 0 ? content : [{ type: 'paragraph' }],
});
