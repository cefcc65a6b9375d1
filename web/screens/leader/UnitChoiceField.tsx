import PinyinMatch from 'pinyin-match';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitChoice } from './instructionDraft.ts';
import css from './leader.module.css';
import sheet from './sheet.module.css';

interface Props {
  unit: UnitChoice | null;
  suggested: readonly UnitChoice[];
  units: readonly UnitChoice[];
  onChange: (unit: UnitChoice) => void;
}

/** The responsible unit: likely ones to tap, all others by name or pinyin. */
export function UnitChoiceField({ unit, suggested, units, onChange }: Props) {
  const { t } = useTranslation('leader');
  const [isSearching, setSearching] = useState(false);
  const shown = unit && !suggested.some(({ code }) => code === unit.code) ? [unit, ...suggested] : suggested;
  return (
    <fieldset className={sheet.field}>
      <legend>{t('instruct.unit')}</legend>
      <div className={sheet.chips}>
        {shown.map((each) => (
          <button
            key={each.code}
            type="button"
            aria-pressed={each.code === unit?.code}
            className={each.code === unit?.code ? sheet.chipOn : sheet.chip}
            onClick={() => onChange({ code: each.code, name: each.name })}
          >
            {each.name}
          </button>
        ))}
        <button
          type="button"
          className={sheet.chip}
          aria-expanded={isSearching}
          onClick={() => setSearching(!isSearching)}
        >
          {t('instruct.otherUnit')}
        </button>
      </div>
      {isSearching && (
        <UnitSearch
          units={units}
          onChoose={(chosen) => {
            onChange(chosen);
            setSearching(false);
          }}
        />
      )}
    </fieldset>
  );
}

function UnitSearch({ units, onChoose }: { units: readonly UnitChoice[]; onChoose: (unit: UnitChoice) => void }) {
  const { t } = useTranslation('leader');
  const [text, setText] = useState('');
  const wanted = text.trim();
  const found = wanted === '' ? units : units.filter(({ name }) => PinyinMatch.match(name, wanted));
  return (
    <>
      <input
        type="search"
        className={sheet.unitSearch}
        aria-label={t('instruct.searchUnit')}
        placeholder={t('instruct.searchUnit')}
        value={text}
        autoCapitalize="none"
        onChange={(event) => setText(event.target.value)}
      />
      <ul className={sheet.unitList}>
        {found.map((unit) => (
          <li key={unit.code}>
            <button type="button" className="as-words" onClick={() => onChoose({ code: unit.code, name: unit.name })}>
              {unit.name}
            </button>
          </li>
        ))}
        {found.length === 0 && <li className={css.calm}>{t('instruct.noUnit')}</li>}
      </ul>
    </>
  );
}
