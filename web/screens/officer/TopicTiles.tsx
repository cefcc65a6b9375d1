import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TopicChoice } from '../../device/draft.ts';
import { isCalled } from '../../nouns/network/isCalled.ts';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { useTermName } from '../../ui/useTermName.ts';
import { type Term, useTerms } from './lists.ts';
import { PickSection, PickSheet } from './PickSheet.tsx';
import { Tiles } from './Tiles.tsx';
import './tiles.css';

interface Props {
  chosen: TopicChoice | null;
  onChoose: (topic: TopicChoice) => void;
}

/** The topics this officer needs most as tiles, all others one tap further. */
export function TopicTiles({ chosen, onChoose }: Props) {
  const { t } = useTranslation('officer');
  const nameOf = useTermName();
  const [isOpen, setOpen] = useState(false);
  const terms = useTerms();
  if (!terms) return <p className="field-note">{t('what.topicsMissing')}</p>;
  const isCommon = terms.common.some(({ code }) => code === chosen?.code);
  const shown: TopicChoice[] = chosen && !isCommon ? [chosen, ...terms.common.slice(0, -1)] : terms.common;
  const choose = ({ code, name, nameEn, isAccusation }: TopicChoice) => onChoose({ code, name, nameEn, isAccusation });
  return (
    <div>
      <Tiles
        group="topic"
        columns="topics"
        label={t('what.topic')}
        chosen={chosen?.code ?? null}
        onChoose={(code) => choose(shown.find((one) => one.code === code) as TopicChoice)}
        tiles={shown.map((topic) => ({ value: topic.code, name: nameOf(topic) }))}
      />
      <PlainButton className="topics-more" onClick={() => setOpen(true)}>
        {t('what.allTopics')}
      </PlainButton>
      <PickSheet open={isOpen} onClose={() => setOpen(false)} label={t('what.topic')} placeholder={t('what.search')}>
        {(sought) =>
          terms.groups.map((group) => (
            <PickSection
              key={group.heading?.code ?? ''}
              heading={group.heading ? nameOf(group.heading) : t('what.otherTopics')}
              items={group.terms.filter((term) => isNamed(term, sought))}
              keyOf={({ code }) => code}
              nameOf={nameOf}
              onPick={(term) => {
                choose(term);
                setOpen(false);
              }}
            />
          ))
        }
      </PickSheet>
    </div>
  );
}

const isNamed = (term: Term, sought: string) =>
  isCalled(term, sought) || term.nameEn.toLowerCase().includes(sought.toLowerCase());
