import { thresholdProblems } from '@lxq/schema/deadlines/deadline-drafts.ts';
import {
  DEADLINE_RULE_CODES,
  type DeadlineRuleCode,
  isAdjustable,
  ruleOf,
} from '@lxq/schema/deadlines/deadline-rules.ts';
import { v5 as uuidV5 } from 'uuid';
import { badInput, conflict } from '../../platform/contract/errors.ts';
import { filled, refuseFirst } from '../../platform/contract/words.ts';
import { record } from '../../platform/deeds/audit.service.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { DEADLINE_WORDS, THRESHOLD_WORDS } from '../deadline.words.ts';
import type { Threshold } from './threshold.entity.ts';
import type { ThresholdChange, ThresholdType } from './threshold.type.ts';

const NAMESPACE = '5b0f2f2e-9f0e-5c39-8d57-0f4b7c7f6a31';
const idOf = (scope: Scope, rule: DeadlineRuleCode) => uuidV5(`${scope.county} ${rule}`, NAMESPACE);

function shown(rule: DeadlineRuleCode, set?: Threshold): ThresholdType {
  const { counts, source, amount: usual, floor, ceiling, extension = null } = ruleOf(rule);
  const ours = { amount: set?.amount ?? usual, version: set?.version ?? 0 };
  const { changedAt = null, changedByName = null } = set ?? {};
  return { rule, counts, source, usual, floor, ceiling, extension, ...ours, changedAt, changedByName };
}

/** Every rule, as it holds in this county. */
export async function list(scope: Scope): Promise<ThresholdType[]> {
  const set = await scope.rows<Threshold>('select * from threshold where county_code = $1', [scope.county]);
  return DEADLINE_RULE_CODES.map((rule) =>
    shown(
      rule,
      set.find((one) => one.rule === rule),
    ),
  );
}

interface Wanted {
  rule: DeadlineRuleCode;
  amount: number;
  /** What was on the screen. */
  version: number;
}
/** For deadlines that begin from now on; those that run keep what they began with. */
export async function save(scope: Scope, { rule, amount, version }: Wanted): Promise<ThresholdType> {
  if (!isAdjustable(ruleOf(rule))) throw badInput('rule', ...DEADLINE_WORDS.fixed);
  refuseFirst(thresholdProblems(rule, amount), THRESHOLD_WORDS);
  const before = (await stored(scope, rule))?.amount ?? ruleOf(rule).amount;
  const values = [scope.county, rule, amount, scope.now, scope.rights.personName];
  const saved = version
    ? await scope.row<Threshold>(
        'update threshold set amount = $3, changed_at = $4, changed_by_name = $5, version = version + 1 where county_code = $1 and rule = $2 and version = $6 returning *',
        [...values, version],
      )
    : await scope.row<Threshold>(
        'insert into threshold (county_code, rule, amount, changed_at, changed_by_name) values ($1, $2, $3, $4, $5) on conflict (county_code, rule) do nothing returning *',
        values,
      );
  if (!saved) throw await overtaken(scope, rule);
  const subject = { subject: 'THRESHOLD', subjectId: idOf(scope, rule), unitCode: scope.rights.unitCode };
  await record(scope, subject, { deed: 'save', note: rule, detail: { before, after: amount } });
  scope.refresh();
  return shown(rule, saved);
}

const stored = (scope: Scope, rule: DeadlineRuleCode) =>
  scope.row<Threshold>('select * from threshold where county_code = $1 and rule = $2', [scope.county, rule]);

/** What whoever came later is told: what it is by now, and who has set it. */
async function overtaken(scope: Scope, rule: DeadlineRuleCode) {
  const current = shown(rule, await stored(scope, rule));
  const { changedByName: by, amount, version } = current;
  return conflict(...filled(DEADLINE_WORDS.overtaken, { by: by ?? '', amount }), { amount, version, by });
}

/** What it was before, the newest first. */
export async function history(scope: Scope, rule: DeadlineRuleCode): Promise<ThresholdChange[]> {
  return scope.rows<ThresholdChange>(
    `select at, actor_name as by_name, (detail->>'before')::int as before, (detail->>'after')::int as after
     from audit where county_code = $1 and subject_id = $2 and subject = 'THRESHOLD' order by at desc, id desc limit 100`,
    [scope.county, idOf(scope, rule)],
  );
}
