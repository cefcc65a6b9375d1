import PinyinMatch from 'pinyin-match';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OrgDrill } from '../../nouns/network/OrgDrill.tsx';
import { type OrgNode, type OrgSource, useOrgSource } from '../../nouns/network/orgSource.ts';
import type { UnitChoice } from './instructionDraft.ts';
import sheet from './sheet.module.css';

interface Props {
  unit: UnitChoice | null;
  suggested: readonly UnitChoice[];
  units: readonly OrgNode[];
  onChange: (unit: UnitChoice) => void;
}

/** The responsible unit: likely ones to tap, all others by name or pinyin. */
export function UnitChoiceField({ unit, suggested, units, onChange }: Props) {
  const { t } = useTranslation('leader');
  const [isSearching, setSearching] = useState(false);
  const source = useKeptFirst(units);
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
        <OrgDrill
          source={source}
          label={t('instruct.searchUnit')}
          onChoose={({ code, name }) => {
            onChange({ code, name });
            setSearching(false);
          }}
        />
      )}
    </fieldset>
  );
}

/** Those that are kept for a lost signal come first; what is below them and everybody else comes from the server. */
function useKeptFirst(units: readonly OrgNode[]): OrgSource {
  const server = useOrgSource('units');
  return useMemo(
    () => ({
      ...server,
      below: async (parent) => (parent ? server.below(parent) : { nodes: [...units], isCut: false }),
      named: async (text) => {
        const near = units.filter(({ name }) => PinyinMatch.match(name, text));
        const known = new Set(near.map(({ code }) => code));
        const { nodes, isCut } = await server.named(text).catch(() => ({ nodes: [], isCut: false }));
        return { nodes: [...near, ...nodes.filter(({ code }) => !known.has(code))], isCut };
      },
    }),
    [server, units],
  );
}
