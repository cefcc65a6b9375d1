import { useTranslation } from 'react-i18next';
import type { TopicChoice } from './draft.ts';
import { type Term, useTerms } from './lists.ts';
import { Tiles } from './Tiles.tsx';
import { useTermName } from './useTermName.ts';

export function TopicTiles(props: { chosen: TopicChoice | null; onChoose: (topic: TopicChoice) => void }) {
  const { t } = useTranslation('officer');
  const nameOf = useTermName();
  const terms = useTerms();
  if (!terms) return <p className="field-note">{t('what.topicsMissing')}</p>;
  const choose = (among: Term[]) => (code: string) => {
    const term = among.find((one) => one.code === code);
    if (term) props.onChoose({ code: term.code, name: term.name, nameEn: term.nameEn });
  };
  return (
    <section aria-label={t('what.topic')}>
      <h2>{t('what.topic')}</h2>
      {terms.groups.map(({ heading, terms: among }) => (
        <Tiles
          key={heading?.code ?? ''}
          group="topic"
          columns="topics"
          label={heading ? nameOf(heading) : t(terms.groups.length > 1 ? 'what.otherTopics' : 'what.topic')}
          isLabelHidden={terms.groups.length === 1}
          chosen={props.chosen?.code ?? null}
          onChoose={choose(among)}
          tiles={among.map((term) => ({ value: term.code, name: nameOf(term) }))}
        />
      ))}
    </section>
  );
}
