import { daysOfPeriod, isPeriod } from '@lxq/schema/measures/table-periods.ts';
import { isTime, type TableDimension } from '@lxq/schema/measures/table-words.ts';
import type { TopicBranch, TopicTerm } from '../../nouns/network/topicTree.ts';
import type { Asked } from './asked.ts';
import { daysOfSpan } from './spans.ts';

interface Known {
  now: Date;
  tree: readonly TopicBranch<TopicTerm>[];
}

/** The question of one row or column alone; nothing where a filter has no word for it. */
export function narrowedTo(
  asked: Asked,
  dimensions: readonly TableDimension[],
  codes: readonly string[],
  known: Known,
): Asked | undefined {
  if (!codes.length) return undefined;
  return codes.reduce<Asked | undefined>((now, code, i) => {
    const dimension = dimensions[i];
    return now && dimension && oneNarrowed(now, dimension, code, known);
  }, asked);
}

function oneNarrowed(asked: Asked, dimension: TableDimension, code: string, { now, tree }: Known): Asked | undefined {
  const filtered = (filter: Asked['filter']): Asked => ({ ...asked, filter: { ...asked.filter, ...filter } });
  if (isTime(dimension)) {
    const days = isPeriod(dimension, code) ? daysOfPeriod(dimension, code) : null;
    return days ? within(asked, days, now) : undefined;
  }
  if (dimension === 'UNIT') return { ...asked, units: [code] };
  if (dimension === 'PORTFOLIO') return { ...asked, portfolios: [code] };
  if (!code) return undefined; // the address of a filter knows no word for what is not stated
  switch (dimension) {
    case 'TOWNSHIP':
    case 'VILLAGE':
      return filtered({ under: code });
    case 'TOPIC':
      return filtered({ topics: [code] });
    case 'TOPIC_FAMILY':
      return filtered({ topics: familyOf(tree, code) });
    case 'SOURCE':
      return filtered({ sources: [code] });
    case 'LINE':
      return filtered({ lines: [code] as NonNullable<Asked['filter']['lines']> });
    case 'URGENCY':
      return filtered({ urgency: code as NonNullable<Asked['filter']['urgency']> });
    case 'STATE':
      return filtered({ states: [code] as NonNullable<Asked['filter']['states']> });
    case 'GRADE':
      return { ...asked, grades: [code] as NonNullable<Asked['grades']> };
  }
}

/** A family is its topic and those below it. */
const familyOf = (tree: Known['tree'], code: string): string[] => [
  code,
  ...(tree.find(({ top }) => top.code === code)?.below.map((topic) => topic.code) ?? []),
];

/** What lies in both; days of their own take the place of those told from today. */
function within(asked: Asked, { from, to }: { from: string; to: string }, now: Date): Asked {
  const { span, ...rest } = asked;
  const days = span ? daysOfSpan(span, now) : { from: asked.filter.submittedFrom, to: asked.filter.submittedTo };
  const submittedFrom = days.from && days.from > from ? days.from : from;
  const submittedTo = days.to && days.to < to ? days.to : to;
  return { ...rest, filter: { ...asked.filter, submittedFrom, submittedTo } };
}
