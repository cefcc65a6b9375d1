import { paragraphText, type RichParagraph, type RichText } from '@lxq/schema/digests/rich-text.ts';
import { Button, Radio, Space } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskModal } from '../../../ui/desk/dialogs.tsx';
import css from './conflict.module.css';
import { DiffText } from './DiffText.tsx';
import type { DigestDeskQuery, DraftItemFragment } from './editor.generated.ts';
import { canonicalBody, type ItemDraft, toDraft } from './itemDraft.ts';
import { isComplete, mergedBy, type Place, placesOf, proposedFor, type Side } from './mergePlaces.ts';

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
  const places = useMemo(() => placesOf(...contentOf(base, mine, theirs)), [base, mine, theirs]);
  const [title, setTitle] = useState(() => changedSide(base.title, mine.title, theirs.title));
  const [portfolio, setPortfolio] = useState(() => changedSide(base.portfolio, mine.portfolio, theirs.portfolio));
  const [pictures, setPictures] = useState(() =>
    changedSide(...([base, mine, theirs].map((each) => each.pictures.join()) as Three<string>)),
  );
  const [choices, setChoices] = useState(() => proposedFor(places));
  const headingOf = (id: string | null) => portfolios.find((each) => each.id === id)?.heading ?? t('outline.homeless');
  const picturesOf = (draft: ItemDraft) =>
    draft.pictures
      .map((id) => item.photos.findIndex(({ attachment }) => attachment.id === id) + 1)
      .map((number) => (number > 0 ? t('pictures.photo', { number }) : t('pictures.gone')))
      .join(' ') || t('pictures.none');
  const merged: ItemDraft = {
    title: title === 'theirs' ? theirs.title : mine.title,
    portfolio: portfolio === 'theirs' ? theirs.portfolio : mine.portfolio,
    body: withParagraph(mergedBy(places, choices)),
    reports: mergedReports(base.reports, mine.reports, theirs.reports),
    corrects: mine.corrects,
    pictures: pictures === 'theirs' ? theirs.pictures : mine.pictures,
  };
  const choose = (side: Side) => {
    setTitle(side);
    setPortfolio(side);
    setPictures(side);
    setChoices(Object.fromEntries(places.map((_, index) => [index, side])));
  };
  return (
    <DeskModal
      open
      width={860}
      title={t('conflict.title', { number: item.number })}
      onCancel={onClose}
      okText={t('conflict.store')}
      okButtonProps={{
        disabled: title === null || portfolio === null || pictures === null || !isComplete(places, choices),
      }}
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
      {mine.pictures.join() !== theirs.pictures.join() && (
        <Choice
          label={t('pictures.names')}
          theirs={picturesOf(theirs)}
          mine={picturesOf(mine)}
          side={pictures}
          onChoose={setPictures}
        />
      )}
      {places.map((place, index) => (
        <PlaceChoice
          // biome-ignore lint/suspicious/noArrayIndexKey: places in a text have no other name.
          key={index}
          place={place}
          side={choices[index] ?? null}
          onChoose={(side) => setChoices({ ...choices, [index]: side })}
        />
      ))}
      <h3 className={css.previewHead}>{t('conflict.result')}</h3>
      <div className={css.preview}>
        <strong>{merged.title}</strong>
        <p>{wordsOf(merged.body.content)}</p>
      </div>
    </DeskModal>
  );
}

type Three<T> = [base: T, mine: T, theirs: T];
const contentOf = (...drafts: Three<ItemDraft>) =>
  drafts.map(({ body }) => canonicalBody(body).content) as Three<RichParagraph[]>;

/** Whose change to propose; null when both changed it. */
function changedSide<T>(...[base, mine, theirs]: Three<T>): Side | null {
  if (mine === base || mine === theirs) return 'theirs';
  return theirs === base ? 'mine' : null;
}

interface PlaceProps {
  place: Place;
  side: Side | null;
  onChoose: (side: Side) => void;
}

function PlaceChoice({ place, side, onChoose }: PlaceProps) {
  const { t } = useTranslation('digests');
  if ('same' in place) return <p className={css.same}>{wordsOf(place.same)}</p>;
  const { mine, theirs, woven, proposed } = place;
  const more: Side[] = woven ? ['woven'] : proposed === null ? ['both'] : [];
  return (
    <Choice
      label={t('conflict.place')}
      theirs={wordsOf(theirs)}
      mine={wordsOf(mine)}
      side={side}
      onChoose={onChoose}
      more={more}
    />
  );
}

interface ChoiceProps {
  label: string;
  theirs: string;
  mine: string;
  side: Side | null;
  onChoose: (side: Side) => void;
  more?: readonly Side[];
}

function Choice({ label, theirs, mine, side, onChoose, more = [] }: ChoiceProps) {
  const { t } = useTranslation('digests');
  const sides: Side[] = ['mine', 'theirs', ...more];
  return (
    <fieldset className={side ? css.choice : css.choiceOpen}>
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
