import { CloseOutlined } from '@ant-design/icons';
import type { Line, ReportState } from '@lxq/schema/reports/report-states.ts';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMarkerWord } from '../desks/MarkerSelect.tsx';
import { useOrgNode, useOrgSource } from '../network/orgSource.ts';
import { shortened } from '../network/topicTree.ts';
import { useTerms } from '../network/useTerms.ts';
import type { Filter } from './filter.ts';
import { periodOf } from './periods.ts';
import { NO_FILTER } from './useFilter.ts';
import './filters.css';

interface Chip {
  key: string;
  label: string;
  without: Partial<Filter>;
}
/** A narrowing that lists of reports do not know. */
export interface ForeignChip {
  key: string;
  label: string;
  onRemove: () => void;
}

interface Props {
  filter: Filter;
  onChange: (change: Partial<Filter>) => void;
  /** Where there are no tabs for the trays, a tray is a narrowing like any other. */
  isTrayShown?: boolean | undefined;
  foreign?: readonly ForeignChip[] | undefined;
  /** Of whatever has states; a report's where nothing is said. */
  stateName?: ((state: string) => string) | undefined;
}

/** Every narrowing as a chip that one tap takes away. */
export function FilterChips({ filter, onChange, isTrayShown, foreign = [], stateName }: Props) {
  const { t } = useTranslation('reports');
  const own = useChips(isTrayShown ? filter : { ...filter, tray: undefined }, stateName);
  const chips = [
    ...own.map(({ key, label, without }): ForeignChip => ({ key, label, onRemove: () => onChange(without) })),
    ...foreign,
  ];
  if (chips.length === 0) return null;
  return (
    <ul className="as-row as-list report-chips" aria-label={t('filter.chips')}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <Tag
            closable={{ closeIcon: <CloseOutlined />, 'aria-label': t('filter.remove', { name: chip.label }) }}
            onClose={chip.onRemove}
          >
            {chip.label}
          </Tag>
        </li>
      ))}
      <li>
        <Button
          type="link"
          size="small"
          onClick={() => onChange(isTrayShown ? { ...NO_FILTER, tray: undefined } : NO_FILTER)}
        >
          {t('filter.clear')}
        </Button>
      </li>
    </ul>
  );
}

function useChips(filter: Filter, stateName: Props['stateName']): Chip[] {
  const { t } = useTranslation(['reports', 'words']);
  const { topicChoices, sourceChoices, tree } = useTerms();
  const place = useOrgNode(useOrgSource('places'), filter.under);
  const markerWord = useMarkerWord(filter.marker);
  const period = periodOf(filter, new Date());
  const days = `${filter.submittedFrom ?? t('filter.earliest')} – ${filter.submittedTo ?? t('filter.latest')}`;
  const named = (choices: { value: string; label: string }[], code: string) =>
    choices.find((c) => c.value === code)?.label ?? code;
  const placeText = (found: typeof place) =>
    found &&
    (found.isActive ? found.fullName : t('words:beside', { name: found.fullName, beside: t('words:org.dissolved') }));
  const chips: Chip[] = [
    ...topicChips(filter, tree, (code) => named(topicChoices, code)),
    ...each(filter, 'sources', (code) => named(sourceChoices, code)),
    ...each(filter, 'lines', (line) => t(`words:line.${line as Line}`)),
    ...each(filter, 'states', stateName ?? ((state) => t(`words:reportState.${state as ReportState}`))),
  ];
  if (filter.tray) chips.push({ key: 'tray', label: t(`words:tray.${filter.tray}`), without: { tray: undefined } });
  if (filter.under)
    chips.push({ key: 'under', label: placeText(place) ?? filter.under, without: { under: undefined } });
  if (filter.submittedFrom || filter.submittedTo)
    chips.push({
      key: 'days',
      label: period ? t(`period.${period}`) : days,
      without: { submittedFrom: undefined, submittedTo: undefined },
    });
  if (filter.urgency)
    chips.push({ key: 'urgency', label: t(`words:urgency.${filter.urgency}`), without: { urgency: undefined } });
  if (filter.problemsOnly)
    chips.push({ key: 'problems', label: t('filter.problems'), without: { problemsOnly: undefined } });
  if (filter.assigned)
    chips.push({ key: 'assigned', label: t(`beside.choose.${filter.assigned}`), without: { assigned: undefined } });
  if (filter.marker)
    chips.push({ key: 'marker', label: markerWord ?? t('beside.marker'), without: { marker: undefined } });
  return chips;
}

/** A whole branch of topics is one chip. */
function topicChips(filter: Filter, tree: Tree, label: (code: string) => string): Chip[] {
  const chosen = filter.topics ?? [];
  return shortened(chosen, tree).map((group) => {
    const rest = chosen.filter((code) => !group.includes(code));
    return {
      key: `topics:${group[0]}`,
      label: label(group[0] ?? ''),
      without: { topics: rest.length ? rest : undefined },
    };
  });
}
type Tree = ReturnType<typeof useTerms>['tree'];

type Listed = 'sources' | 'lines' | 'states';
function each(filter: Filter, field: Listed, label: (value: string) => string): Chip[] {
  const values: readonly string[] = filter[field] ?? [];
  return values.map((value) => {
    const rest = values.filter((other) => other !== value);
    return { key: `${field}:${value}`, label: label(value), without: { [field]: rest.length ? rest : undefined } };
  });
}
