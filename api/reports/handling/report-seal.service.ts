import { UNJUDGED } from '@lxq/schema/reports/report-states.ts';
import { refused } from '../../platform/contract/errors.ts';
import { find, noteMany, unmetBy } from '../../platform/deeds/noun.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { Report } from '../report.entity.ts';
import { reportNoun, reportSeen } from './report.noun.ts';

/**
 * What a desk finds to accuse somebody goes to the discipline desk as it stands, with what was merged into it, for that desk to judge (Art. 30). Told while it is
 * still in sight, so that whoever had it on a screen hears that it goes.
 */
export async function seal(scope: Scope, id: string, version: number | null, topicCode: string): Promise<Report> {
  const report = await find(scope, reportNoun, id, version);
  const missing = await unmetBy(scope, reportNoun, 'seal', report);
  if (missing.length) throw refused(missing);
  const members = await scope.work.all(Report, { countyCode: scope.county, masterId: id });
  await noteMany(scope, reportSeen, [report, ...members], SEALED);
  await scope.rows('select app.seal_report($1, $2)', [id, topicCode]);
  scope.work.forget(); // out of our sight from now on
  scope.refresh();
  return { ...report, topicCode, line: 'SEALED', version: report.version + 1 };
}

const SEALED = {
  done: ({ state }: Pick<Report, 'state'>) => ({ deed: 'seal', fromState: state, toState: state }),
  tells: 'REPORT_SEALED',
} as const;

/** A topic, what stands below it, and their reports that nobody has judged: $1 county, $2 topic, $3 states. */
const UNJUDGED_OF = `select r.* from report r where r.county_code = $1 and r.line <> 'SEALED' and r.state = any($3) and r.topic_code in
  (select t.code from term t where t.county_code = $1 and t.kind = 'TOPIC' and (t.code = $2 or t.parent_code = $2))`;

/** How many reports would be sealed with a topic that is made an accusation. */
export async function countToSeal(scope: Scope, topic: string): Promise<number> {
  const text = `select count(*)::int as count from (${UNJUDGED_OF}) r`;
  const row = await scope.row<{ count: number }>(text, [scope.county, topic, UNJUDGED]);
  return row?.count ?? 0;
}

/**
 * A topic has become an accusation: what came under it before and is not judged yet is sealed as if it came now, with what was merged
 * into it. What a desk has judged stays where it was handled. The deed of whoever keeps the dictionary, not of a desk.
 */
export async function sealUnjudged(scope: Scope, topic: string): Promise<void> {
  const rows = await scope.rows<Sealing>(
    `with master as (${UNJUDGED_OF} order by r.id for no key update)
     select m.id, m.unit_code, m.author_id, m.line, m.state, m.topic_code, false as is_member from master m
     union all select r.id, r.unit_code, r.author_id, r.line, r.state, r.topic_code, true from master m
       join report r on r.county_code = $1 and r.master_id = m.id where r.line <> 'SEALED'`,
    [scope.county, topic, UNJUDGED],
  );
  if (!rows.length) return;
  await noteMany(scope, reportSeen, rows, SEALED); // on the line on which they still stand, as `seal` does it
  const masters = rows.filter(({ isMember }) => !isMember);
  await scope.rows('select app.seal_report(s.id, s.topic) from unnest($1::uuid[], $2::text[]) s (id, topic)', [
    masters.map(({ id }) => id),
    masters.map(({ topicCode }) => topicCode),
  ]);
}
type Sealing = Pick<Report, 'id' | 'unitCode' | 'authorId' | 'line' | 'state' | 'topicCode'> & { isMember: boolean };
