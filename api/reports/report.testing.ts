import { dayOf } from '@lxq/schema/calendar.ts';
import { REPORT_MACHINE, REPORT_STATES, type ReportDeed, type ReportState } from '@lxq/schema/reports/report-states.ts';
import { county, door, inTownship, never, onTheLine, type Rule, type Rules } from '../sight/sight.rules.ts';
import { draft, submitted, UNITS } from '../testing/fixture.ts';
import { one, type Walked } from '../testing/walk.ts';

const FACTS = `select state, line, author_id as "authorId", unit_code::bigint as "unitCode", handled_at as "handledAt", urgent_at as "urgentAt", told_at as "toldAt", untold_reason as "untoldReason"
  from report where id = $1`;
const LAST_STEP =
  'select deed, actor_id as "actorId" from audit where subject_id = $1 order by at desc, id desc limit 1';
const DUE = dayOf(new Date(Date.now() + 10 * 86_400_000));

/** What the walked one is merged into. */
let primary: string;

export const walk: Walked = {
  ...{ table: 'report', machine: REPORT_MACHINE, states: REPORT_STATES },
  make: async (fixture) => {
    primary = await submitted(fixture, 'officer');
    return submitted(fixture, 'officer');
  },
  look: 'query ($id: ID!) { report(id: $id) { id } }',
  facts: async (fixture, id, _, deed) => {
    const facts = await one<{ state: ReportState }>(fixture, FACTS, [id]);
    // Its history is not asked where the state forbids the deed already.
    const from: readonly ReportState[] = REPORT_MACHINE[deed as ReportDeed].from;
    const lastStep = from.includes(facts.state) ? await one(fixture, LAST_STEP, [id]) : null;
    return { ...facts, lastStep: lastStep ?? null, isBuiltUpon: false };
  },
  more: {
    resubmit: { declare: '$draft: ReportDraft!', pass: 'draft: $draft', value: () => draft('officer') },
    merge: { declare: '$master: ID!', pass: 'master: $master', value: () => primary, ids: 'members' },
    triage: { declare: '$topic: ID', pass: 'topic: $topic', value: () => null },
    planUrgent: {
      ...{ declare: '$plan: UrgentPlanInput!', pass: 'plan: $plan' },
      value: () => ({ text: '已派人到现场处置', unit: String(UNITS.east), dueAt: `${DUE}T00:00:00Z` }),
    },
  },
  reset: (fixture, id) =>
    fixture.admin.query('update report set told_at = null, untold_reason = null where id = $1', [id]),
  each: 'ok report { id state } error { code unmet }',
  authors: ['withdraw', 'resubmit'],
};

const tallied: Rule = (viewer, row) => viewer !== 'OFFICER' && onTheLine(viewer, row);
const withinUnit: Rule = (viewer, row) =>
  county(viewer, row) || (viewer === 'TOWNSHIP' && inTownship(row)) || (viewer !== 'TOWNSHIP' && row.place === 'OWN');

export const sight: Record<string, Rules> = {
  report: {
    see: onTheLine,
    add: (viewer, row) => row.mine && withinUnit(viewer, row),
    change: (viewer, row) => onTheLine(viewer, row) && (viewer !== 'VILLAGE' || row.mine),
    remove: never,
  },
  report_search: door,
  search_frequency: door,
  // As the report itself, but an officer, whom no tally knows. A year is kept by township.
  unit_tally: { ...door, see: tallied },
  tally_delta: { ...door, see: tallied },
  day_tally: { ...door, see: (viewer, row) => viewer !== 'VILLAGE' && tallied(viewer, row) },
  year_tally: { ...door, see: (viewer, row) => viewer !== 'VILLAGE' && tallied(viewer, row) },
};
