import { useQuery } from '@apollo/client/react';
import { Alert } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { PortfoliosDocument } from '../../nouns/network/network.generated.ts';
import { useOrgNode, useOrgSource } from '../../nouns/network/orgSource.ts';
import type { ForeignChip } from '../../nouns/reports/FilterChips.tsx';
import { Filters } from '../../nouns/reports/Filters.tsx';
import type { Filter } from '../../nouns/reports/filter.ts';
import { PeriodChips } from '../../ui/desk/PeriodChips.tsx';
import type { Asked, Narrowing } from './asked.ts';
import type { Fault } from './faults.ts';
import { daysOfSpan, SPANS } from './spans.ts';
import type { Measure } from './tableShape.ts';
import { useStateName } from './useKeyNames.ts';

interface Props {
  asked: Asked;
  measures: readonly Measure[];
  fault: Fault | undefined;
  onAsk: (asked: Asked) => void;
}
const WHOLE: Record<keyof Narrowing, undefined> = { portfolios: undefined, units: undefined, grades: undefined };

/** Which things a table is about: days told from today, the filter of reports, and what headings have narrowed to beside. */
export function TableFilters({ asked, measures, fault, onAsk }: Props) {
  const { t } = useTranslation('analyst');
  const stateName = useStateName();
  const { span } = asked;
  const shown = span ? { ...asked.filter, ...submitted(daysOfSpan(span, new Date())) } : asked.filter;
  const change = (part: Partial<Filter>) => {
    const isDated = 'submittedFrom' in part || 'submittedTo' in part;
    const isCleared = Object.keys(part).length > SINGLE;
    const filter = { ...(isDated ? shown : asked.filter), ...part };
    onAsk({ ...asked, ...(isCleared && WHOLE), filter, ...(isDated && { span: undefined }) });
  };
  const subjects = measures.map(({ subject }) => subject);
  return (
    <div className="table-filters">
      <PeriodChips
        label={t('days')}
        periods={SPANS}
        nameOf={(each) => t(`span.${each}`)}
        current={span}
        onChoose={(each) => onAsk({ ...asked, ...spanned(asked, each === span ? undefined : each) })}
      />
      <Filters
        filter={shown}
        onChange={change}
        lines={['LINE', 'DIRECT']}
        foreign={useForeignChips(asked, onAsk)}
        stateName={useCallback((state: string) => stateName(subjects, state), [stateName, subjects])}
      />
      {fault?.control === 'filter' && <Alert type="error" showIcon role="alert" title={fault.line} />}
    </div>
  );
}
/** A control changes so many fields at most; whatever changes more clears the filter. */
const SINGLE = 2;
const submitted = ({ from, to }: { from: string; to: string }) => ({ submittedFrom: from, submittedTo: to });
const spanned = ({ filter }: Asked, span: Asked['span']): Partial<Asked> => ({
  span,
  filter: { ...filter, submittedFrom: undefined, submittedTo: undefined },
});

/** What headings have narrowed to and lists of reports do not know. */
function useForeignChips(asked: Asked, onAsk: Props['onAsk']): ForeignChip[] {
  const { t } = useTranslation(['analyst', 'words']);
  const { portfolios = [], units = [], grades = [] } = asked;
  const { data } = useQuery(PortfoliosDocument, { skip: !portfolios.length });
  const unit = useOrgNode(useOrgSource('units'), units[0]);
  const chip = (field: keyof Narrowing, label: string): ForeignChip => ({
    key: field,
    label,
    onRemove: () => onAsk({ ...asked, [field]: undefined }),
  });
  const portfolio = data?.portfolios.find(({ id }) => id === portfolios[0]);
  const grade = grades[0];
  return [
    ...(units.length ? [chip('units', units[0] ? (unit?.fullName ?? units[0]) : t('notStated'))] : []),
    ...(portfolios.length ? [chip('portfolios', portfolios[0] ? (portfolio?.name ?? '…') : t('notStated'))] : []),
    ...(grade ? [chip('grades', t(`words:caseGrade.${grade}`))] : []),
  ];
}
