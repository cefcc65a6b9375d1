import { ELSEWHERE } from '@lxq/schema/cases/case-states.ts';
import { MATTER_READERS, type Role } from '@lxq/schema/roles.ts';
import { onTime, owedOf } from '../deadlines/deadline.measures.ts';
import { placeDimensions, topicDimensions } from '../network/network.measures.ts';
import { code, type Measure, type Measuring, measuresOf, type Subject, word } from '../platform/measuring/measure.ts';
import { listed } from '../platform/tables/words.ts';
import type { Case } from './case.entity.ts';
import { caseNumber } from './case.number.ts';

const pathOf = (role: Role, id: string) => (role === 'LEADER' ? `/leader/cases/${id}` : `/matters/cases/${id}`);

/** They lie where the matter is, and are their main unit's. */
const dimensionsOf = (it: string): Subject['dimensions'] => ({
  ...placeDimensions(`${it}.place_code`),
  ...topicDimensions(`${it}.topic_code`),
  ...{ UNIT: code(`${it}.responsible_unit_code`), GRADE: word(`${it}.grade`) },
});
const columnsOf = (it: string) => `${it}.serial, ${it}.opened_at, ${it}.title, place.full_name as place`;
const placeOf = (it: string) =>
  `left join place on place.county_code = r.county_code and place.code = ${it}.place_code`;
const lineOf = ({ openedAt, serial, title, state, place }: Case & { place: string | null }) => ({
  ...{ no: caseNumber(openedAt, serial), title, place, state },
});

const cases: Subject = {
  ...{ name: 'CASE', names: ['案件', 'cases'], from: 'cases r', readers: MATTER_READERS, at: 'r.opened_at' },
  dimensions: { ...dimensionsOf('r'), STATE: word('r.state') },
  lines: {
    ...{ columns: `r.state, ${columnsOf('r')}`, join: placeOf('r') },
    line: (row: Case & { place: string | null }, { rights }) => ({ ...lineOf(row), path: pathOf(rights.role, row.id) }),
  },
};
/** What villagers said of cases, on the day that they were asked. */
const asked: Subject = {
  ...{ name: 'CASE_REVISIT', names: ['案件回访', 'revisits of cases'], readers: MATTER_READERS, at: 'r.done_at' },
  from: 'revisit r join cases matter on matter.county_code = r.county_code and matter.id = r.subject_id',
  dimensions: { ...dimensionsOf('matter'), STATE: word('r.state') },
  lines: {
    ...{ columns: `r.state, matter.id as case_id, ${columnsOf('matter')}`, join: placeOf('matter') },
    line: (row: Case & { place: string | null; caseId: string }, { rights }) => ({
      ...{ ...lineOf(row), path: pathOf(rights.role, row.caseId) },
    }),
  },
};
const owed = owedOf({ name: 'CASE_DEADLINE', names: ['案件时限', 'what is due of cases'], of: 'CASE', pathOf });

const CLOSED = `r.state in ('CLOSED', 'TERMINATED', 'ARCHIVED')`;
/** Part of the code: 000 is the level above, 600 and more are departments and enterprises. */
const inVillage = (column: string) => `(${column} / 1000) % 1000 <> 0`;
const closed = { at: 'r.closed_at', of: CLOSED, denominator: ['办结的案件', 'cases closed'] } as const;

const { count, rate } = measuresOf(cases);
const said = measuresOf(asked);
const CASES: Measure[] = [
  count({
    ...{ name: 'cases', label: ['案件数', 'Cases'], source: ['R46–R64', 'R46–R64'] },
    formula: ['立为案件的事项', 'cases opened'],
  }),
  rate({
    ...{ name: 'caseClosingRate', label: ['案件办结率', 'Cases closed'], source: ['3.2 办结率', 'rules 3.2'] },
    ...{ of: `r.state not in (${listed(ELSEWHERE)})`, hits: CLOSED },
    formula: ['办结的 ÷ 收到的', 'closed ÷ received'],
    denominator: ['案件（不含转送和不予受理的）', 'cases, but for those transferred, redirected or not accepted'],
  }),
  rate({
    ...{
      name: 'firstTimeResolution',
      label: ['首次化解率', 'Resolved at once'],
      source: ['3.2 首次化解率', 'rules 3.2'],
      ...closed,
    },
    hits: `r.reopenings = 0 and r.reviewed_at is null`,
    formula: ['没有重新办理、没有复查的 ÷ 办结的', 'closed without reopening or review ÷ closed'],
  }),
  rate({
    ...{ name: 'solvedInVillage', label: ['小事不出村率', 'Solved in the village'], source: ['R97', 'R97'], ...closed },
    of: `${CLOSED} and ${inVillage('r.place_code')}`,
    hits: `coalesce(${inVillage('r.responsible_unit_code')}, false)`,
    formula: ['由村办结的 ÷ 发生在村的', 'closed by a village ÷ closed, of a village'],
    denominator: ['发生在村、已办结的案件', 'cases closed, of a village'],
  }),
  rate({
    ...{
      name: 'solvedInTownship',
      label: ['大事不出乡率', 'Solved in the township'],
      source: ['R97', 'R97'],
      ...closed,
    },
    hits: 'coalesce((r.responsible_unit_code / 1000000) % 1000 between 1 and 599, false)',
    formula: ['由乡镇或村办结的 ÷ 办结的', 'closed by a township or village ÷ closed'],
  }),
];
const SAID: Measure[] = [
  said.rate({
    ...{ name: 'satisfaction', label: ['群众满意率', 'Satisfied'], source: ['3.2 群众满意率', 'rules 3.2'] },
    ...{ of: 'r.rating is not null', hits: `r.rating in ('SATISFIED', 'FAIRLY')` },
    formula: ['（满意 + 基本满意）÷ 参评的', 'satisfied or fairly so ÷ those who rated'],
    denominator: ['参评的案件回访', 'revisits of cases with a rating'],
  }),
  said.rate({
    ...{ name: 'ratedShare', label: ['参评率', 'Rated'], source: ['3.2 参评率', 'rules 3.2'] },
    ...{ of: `r.kind in ('PRE_CLOSE', 'POST_CLOSE') and r.method is not null`, hits: 'r.rating is not null' },
    formula: ['参评的 ÷ 可评的', 'those who rated ÷ those who could'],
    denominator: ['问到群众的结案前后回访', 'revisits about a closing in which somebody was reached'],
  }),
  said.rate({
    ...{ name: 'consolidation', label: ['回访巩固率', 'Still solved'], source: ['3.2 回访巩固率', 'rules 3.2'] },
    ...{ of: `r.kind = 'POST_CLOSE' and r.is_solved is not null`, hits: 'r.is_solved' },
    formula: ['结案后回访仍已解决的 ÷ 结案后回访的', 'still solved after the closing ÷ asked after the closing'],
    denominator: ['完成的结案后回访', 'revisits made after a closing'],
  }),
];

export const caseMeasuring: Measuring = {
  subjects: [cases, asked, owed],
  measures: [
    ...CASES,
    ...SAID,
    onTime(owed, ['CASE_POLICY_GENERAL', 'CASE_POLICY_MAJOR'], {
      ...{
        name: 'casesOnTime',
        label: ['按期办结率', 'Cases on time'],
        source: ['R55；3.2 按期办结率', 'R55, rules 3.2'],
      },
    }),
    onTime(owed, ['CASE_STATUTORY'], {
      ...{
        name: 'casesInStatutoryTime',
        label: ['法定期限办结率', 'Cases within the statutory time'],
        source: ['Art. 34', 'Art. 34'],
      },
    }),
    onTime(owed, ['CASE_DECIDE'], {
      ...{
        name: 'casesDecidedOnTime',
        label: ['及时受理率', 'Decided on time'],
        source: ['Art. 22；3.2 及时受理率', 'Art. 22, rules 3.2'],
      },
    }),
  ],
};
