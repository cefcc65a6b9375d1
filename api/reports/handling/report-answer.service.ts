import type { Given } from '../../platform/deeds/derive.ts';
import { carry, find, move, noteMany, unmetBy } from '../../platform/deeds/noun.ts';
import type { About } from '../../platform/deeds/subject.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { membersOf } from '../lists/report.loaders.ts';
import type { Report } from '../report.entity.ts';
import { reportNoun, reportSeen } from './report.noun.ts';

type Seen = Pick<Report, 'id' | 'unitCode' | 'authorId' | 'line'>;

/** A desk answers; whoever reported what was merged into it has the answer in their report's history. */
export async function answer(scope: Scope, { id, version, words }: Given): Promise<Report> {
  const report = await carry(scope, reportNoun, 'reply', {
    ...{ id, version, note: words, change: { answer: words, answeredAt: scope.now } },
  });
  const members = (await membersOf(scope).load(id)) ?? [];
  await noteMany(scope, reportSeen, members, {
    ...{ done: () => ({ deed: 'answer', note: words }), tells: 'REPORT_ACTED_ON' },
  });
  scope.refresh();
  return report;
}

/** What came of something that rests on reports: those that wait for an answer get it; those that had one get the newer one, which has to be told as well; what was merged or filed has it in its history. */
export async function answerReports(
  scope: Scope,
  reports: readonly Seen[],
  { answer, about }: { answer: string; about: About },
): Promise<void> {
  const told = [];
  for (const report of reports) if (!(await reply(scope, report.id, answer))) told.push(report);
  if (told.length === 0) return;
  await scope.rows(
    `update report set answer = $3, answered_at = $4, told_at = null, untold_reason = null, version = version + 1
     where county_code = $1 and id = any($2) and state = 'REPLIED'`,
    [scope.county, told.map(({ id }) => id), answer, scope.now],
  );
  await noteMany(scope, reportSeen, told, {
    ...{ done: () => ({ deed: 'answer', note: answer }), tells: 'REPORT_ACTED_ON', about },
  });
}

async function reply(scope: Scope, id: string, answer: string): Promise<boolean> {
  const report = await find(scope, reportNoun, id);
  if ((await unmetBy(scope, reportNoun, 'reply', report)).length) return false;
  await move(scope, reportNoun, 'reply', report, { change: { answer, answeredAt: scope.now }, note: answer });
  return true;
}
