import { useTranslation } from 'react-i18next';
import css from './leader.module.css';
import { PHRASES, type PhraseId } from './phrases.ts';

export function PhraseChips({ chosen, onChoose }: { chosen: PhraseId | null; onChoose: (phrase: PhraseId) => void }) {
  const { t } = useTranslation('leader');
  return (
    <fieldset className={css.chips} aria-label={t('instruct.phrases')}>
      {PHRASES.map((phrase) => (
        <button
          key={phrase}
          type="button"
          aria-pressed={phrase === chosen}
          className={phrase === chosen ? css.chipOn : css.chip}
          onClick={() => onChoose(phrase)}
        >
          {t(`phrase.${phrase}.label`)}
        </button>
      ))}
    </fieldset>
  );
}
