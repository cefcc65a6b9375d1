import type { ReportState } from '@lxq/schema/reports/report-states.ts';
import { useTranslation } from 'react-i18next';
import { useChoices, useTerms } from '../../nouns/network/useTerms.ts';
import type { Filter } from '../../nouns/reports/filter.ts';
import type { CountBarFragment, ReportCountsQuery } from './analyst.generated.ts';
import { CountBars } from './CountBars.tsx';
import { listAddress } from './listAddress.ts';
import { Pivot } from './Pivot.tsx';

interface Props {
  counts: ReportCountsQuery['reportCounts'];
  filter: Filter;
  view: View;
}

export const VIEWS = ['bars', 'table', 'months'] as const;
export type View = (typeof VIEWS)[number];

/** The same reports by township, topic, source and state: each chart adds up to the total. */
export function Charts({ counts, filter, view }: Props) {
  const { t } = useTranslation(['analyst', 'words']);
  const { topics, sources, nameOf } = useTerms();
  const townshipName = useTownshipName();
  const term = (terms: typeof topics) => (one: CountBarFragment) => {
    const found = terms.find((each) => each.code === one.key);
    return found ? nameOf(found) : one.key ? one.label : t('unnamed');
  };
  const narrowed = (field: 'topics' | 'sources' | 'states') => (one: CountBarFragment) => {
    if (!one.key) return undefined;
    return listAddress({ ...filter, [field]: [one.key] });
  };
  const shared = { total: counts.total, isTable: view === 'table' };
  const township = (one: CountBarFragment) => townshipName(one.key) ?? one.label;
  if (view === 'months') return <Pivot filter={filter} nameOf={{ township, topic: term(topics) }} />;
  return (
    <div className="analyst-charts">
      <CountBars
        {...shared}
        title={t('by.township')}
        measure={t('measure.township')}
        counts={counts.byTownship}
        nameOf={township}
        linkTo={townshipLink(filter)}
      />
      <CountBars
        {...shared}
        title={t('by.topic')}
        measure={t('measure.topic')}
        counts={counts.byTopic}
        nameOf={term(topics)}
        linkTo={narrowed('topics')}
      />
      <CountBars
        {...shared}
        title={t('by.source')}
        measure={t('measure.source')}
        counts={counts.bySource}
        nameOf={term(sources)}
        linkTo={narrowed('sources')}
      />
      <CountBars
        {...shared}
        title={t('by.state')}
        measure={t('measure.state')}
        counts={counts.byState}
        nameOf={(one) => t(`words:reportState.${one.key as ReportState}`)}
        linkTo={narrowed('states')}
      />
    </div>
  );
}

/** Places by their own name, shorter than the unit's; departments and enterprises keep the unit's. */
function useTownshipName(): (code: string) => string | undefined {
  const townships = useChoices()?.townships;
  return (code) => townships?.edges.find((edge) => edge.node.code === code)?.node.name;
}

/** Under a village the only township is its own, and the narrower place must stay. */
const townshipLink = (filter: Filter) => (one: CountBarFragment) =>
  one.key ? listAddress({ ...filter, under: filter.under ?? one.key }) : undefined;
