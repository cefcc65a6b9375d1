import { useTranslation } from 'react-i18next';
import { PHRASES, type PhraseId } from './phrases.ts';
import sheet from './sheet.module.css';

export function PhraseChips({ chosen, onChoose }: { chosen: PhraseId | null; onChoose: (phrase: PhraseId) => void }) {
  const { t } = useTranslation('leader');
  return (
    <fieldset className={sheet.chips} aria-label={t('instruct.phrases')}>
      {PHRASES.map((phrase) => (
        <button
          key={phrase}
          type="button"
          aria-pressed={phrase === chosen}
          className={phrase === chosen ? sheet.chipOn : sheet.chip}
          onClick={() => onChoose(phrase)}
        >
          {t(`phrase.${phrase}.label`)}
        </button>
      ))}
    </fieldset>
  );
}
