import { type DeadlineRuleCode, ruleOf } from '@lxq/schema/deadlines/deadline-rules.ts';
import { MATTER_READERS, type Role } from '@lxq/schema/roles.ts';
import { wordsIn } from '../platform/contract/words.ts';
import { code, type Measure, measuresOf, type Subject, word } from '../platform/measuring/measure.ts';
import { oneOf } from '../platform/tables/words.ts';
import type { Deadline } from './deadline.entity.ts';

interface Owed {
  name: string;
  names: Subject['names'];
  /** The noun's word. */
  of: string;
  /** Where the viewer sees what it is of. */
  pathOf: (role: Role, subjectId: string) => string;
}
/** What is owed of a noun's things, on the day that it is due: by unit, and by nobody in it. */
export const owedOf = ({ name, names, of, pathOf }: Owed): Subject => ({
  ...{ name, names, at: 'r.due_at', readers: [...MATTER_READERS, 'ANALYST'] },
  from: 'deadline r',
  isOf: `r.subject = '${of}'`,
  dimensions: {
    ...{ TOWNSHIP: code('r.township_code'), VILLAGE: code('r.village_code') },
    ...{ UNIT: code('r.unit_code'), STATE: word('r.state') },
  },
  lines: {
    columns: 'r.rule, r.state, r.subject_id, unit.name as place',
    join: 'left join unit on unit.county_code = r.county_code and unit.code = r.unit_code',
    line: ({ rule, state, subjectId, place }: Deadline & { place: string | null }, { caller, rights }) => ({
      ...{ no: '', title: wordsIn(caller.language, [ruleOf(rule).zh, ruleOf(rule).en]), place, state },
      path: pathOf(rights.role, subjectId),
    }),
  },
});

type Told = Pick<Measure, 'name' | 'label' | 'source'>;
/** Met in time, extensions included, of what was due: what is late and still owed counts, what was dropped does not, nor what stands still. */
export const onTime = (subject: Subject, rules: readonly DeadlineRuleCode[], told: Told): Measure =>
  measuresOf(subject).rate({
    ...told,
    of: `${oneOf('r.rule', rules)} and r.state <> 'DROPPED' and (r.met_at is not null or r.due_at < $now and r.paused_at is null)`,
    hits: 'coalesce(r.met_at <= r.due_at, false)',
    formula: ['到期日（含批准的延期）前完成的 ÷ 应完成的', 'done by the day, with the extension approved ÷ due'],
    denominator: ['应完成的，超期未完成的计入', 'what was due, late or not'],
  });
