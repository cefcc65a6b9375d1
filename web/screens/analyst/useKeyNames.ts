import type { TableDimension } from '@lxq/schema/measures/table-words.ts';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useChoices } from '../../nouns/network/useTerms.ts';
import type { Measure } from './tableShape.ts';

/** Words of states, by what is measured. */
const STATES = {
  REPORT: 'reportState',
  INSTRUCTION: 'instructionState',
  CASE: 'caseState',
  REVISIT: 'revisitState',
  ORDER: 'orderState',
} as const;
const isStated = (subject: string): subject is keyof typeof STATES => subject in STATES;

/** What a state of a subject is called. */
export function useStateName() {
  const { t, i18n } = useTranslation('words');
  return useCallback(
    (subjects: readonly string[], state: string): string => {
      const found = subjects.filter(isStated).map((subject) => `${STATES[subject]}.${state}`);
      const word = found.find((key) => i18n.exists(key, { ns: 'words' }));
      return word ? t(word as 'reportState.SUBMITTED') : state;
    },
    [t, i18n],
  );
}

/** What a key is called: the server's label, and where that is a word of the contract our own. */
export function useKeyNames(measures: readonly Measure[]) {
  const { t } = useTranslation(['analyst', 'words']);
  const stateName = useStateName();
  const townships = useChoices()?.townships.edges;
  const nameOf = useCallback(
    (dimension: TableDimension | undefined, code: string, label: string): string => {
      if (!code) return label;
      // Places by their own name, shorter than that of the unit there.
      if (dimension === 'TOWNSHIP') return townships?.find(({ node }) => node.code === code)?.node.name ?? label;
      if (dimension === 'LINE') return t(`words:line.${code as 'LINE'}`);
      if (dimension === 'URGENCY') return t(`words:urgency.${code as 'HIGH'}`);
      if (dimension === 'GRADE') return t(`words:caseGrade.${code as 'MAJOR'}`);
      if (dimension !== 'STATE') return label;
      return stateName(
        measures.map(({ subject }) => subject),
        code,
      );
    },
    [t, stateName, townships, measures],
  );
  /** Of a whole key: its parts, the total without any. */
  return useCallback(
    (dimensions: readonly TableDimension[], { codes, labels }: { codes: string[]; labels: string[] }): string[] =>
      codes.length ? codes.map((code, i) => nameOf(dimensions[i], code, labels[i] ?? code)) : [t('all')],
    [nameOf, t],
  );
}
