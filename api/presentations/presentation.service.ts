import { type PresentationState, presentUnmet } from '@lxq/schema/presentations/presentation-states.ts';
import { badInput, refused } from '../platform/contract/errors.ts';
import type { DeedDone } from '../platform/deeds/audit.service.ts';
import type { Given } from '../platform/deeds/derive.ts';
import { carry, find, move, noteMany } from '../platform/deeds/noun.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid, newId } from '../platform/tables/ids.ts';
import { oneOf } from '../platform/tables/words.ts';
import { heldReport, reportSeen } from '../reports/handling/report.noun.ts';
import { membersOf, reportById } from '../reports/lists/report.loaders.ts';
import { Presentation } from './presentation.entity.ts';
import { presentationNoun } from './presentation.noun.ts';
import { presentable, presentationsOf } from './presentation.read.ts';
import { PRESENTATION_WORDS } from './presentation.words.ts';

/** Puts a report before leaders; one before whom it lies already has it once. */
export async function present(scope: Scope, reportId: string, leaders: readonly string[]): Promise<Presentation[]> {
  const report = await find(scope, heldReport, reportId);
  const missing = presentUnmet(report);
  if (missing.length) throw refused(missing);
  const inOffice = new Map((await presentable(scope)).map((leader) => [leader.id, leader]));
  const chosen = leaders.flatMap((id) => inOffice.get(id.toLowerCase()) ?? []);
  if (!chosen.length || chosen.length < leaders.length) throw badInput('leaders', ...PRESENTATION_WORDS.leaders);
  const { personId, personName } = scope.rights;
  const made = await scope.rows<Presentation>(
    `insert into presentation (county_code, id, report_id, leader_id, leader_name, state_since, presented_by_id, presented_by_name, presented_at)
     select $1, n.id, $2, n.leader_id, n.leader_name, $6, $7, $8, $6 from unnest($3::uuid[], $4::uuid[], $5::text[]) n (id, leader_id, leader_name)
     on conflict (county_code, report_id, leader_id) where state = 'PRESENTED' do nothing returning *`,
    [
      ...[scope.county, report.id, chosen.map(newId), chosen.map(({ id }) => id), chosen.map(({ name }) => name)],
      ...[scope.now, personId, personName],
    ],
  );
  if (made.length) {
    await noteMany(scope, presentationNoun, made, {
      ...{ done: () => ({ deed: 'present', toState: 'PRESENTED' }), tells: 'REPORT_PRESENTED' },
    });
    await noteOnReport(scope, report.id, { deed: 'present' });
  }
  scope.refresh();
  return (await presentationsOf(scope).load(report.id)) ?? [];
}

export const markRead = (scope: Scope, given: Given) => carryAndNote(scope, 'read', given);
export const unpresent = (scope: Scope, given: Given) => carryAndNote(scope, 'unpresent', given);
async function carryAndNote(scope: Scope, deed: 'read' | 'unpresent', { id }: Given): Promise<Presentation> {
  await holdReport(scope, id);
  const presentation = await carry(scope, presentationNoun, deed, { id });
  await noteOnReport(scope, presentation.reportId, { deed });
  return presentation;
}

/** Before the presentation, as whoever seals the report takes both. */
const holdReport = async (scope: Scope, id: string) =>
  isUuid(id) &&
  scope.rows(
    `select r.id from presentation p join report r on r.county_code = p.county_code and r.id = p.report_id
     where p.county_code = $1 and p.id = $2 for share of r`,
    [scope.county, id],
  );

/** The leader's instruction on the report answers what was presented to them. */
export async function answer(scope: Scope, reportId: string, instructionId: string): Promise<void> {
  for (const row of await own(scope, 'report_id = $3', reportId, ['PRESENTED', 'READ']))
    await move(scope, presentationNoun, 'instruct', row, { change: { instructionId } });
}
/** It was taken back: the leader has read it, and no more. */
export async function unanswer(scope: Scope, instructionId: string): Promise<void> {
  for (const row of await own(scope, 'instruction_id = $3', instructionId, ['INSTRUCTED']))
    await move(scope, presentationNoun, 'uninstruct', row, { change: { instructionId: null } });
}
/** Of the leader's own, held; what the office took back meanwhile is none of them. */
async function own(
  scope: Scope,
  where: string,
  id: string,
  states: readonly PresentationState[],
): Promise<Presentation[]> {
  const { countyCode, personId } = scope.rights;
  const ids = await scope.rows<{ id: string }>(
    `select id from presentation where county_code = $1 and leader_id = $2 and ${where} and ${oneOf('state', states)} order by id`,
    [countyCode, personId, id],
  );
  const rows: Presentation[] = [];
  for (const row of ids) {
    const held = await scope.work.find(Presentation, { countyCode, id: row.id }, { isHeld: true });
    if (held && states.includes(held.state)) rows.push(held);
  }
  return rows;
}

/** Whoever wrote it, or what was merged into it, sees that it went to leaders and was read; not which. */
async function noteOnReport(scope: Scope, id: string, done: DeedDone): Promise<void> {
  const report = await reportById(scope).load(id);
  const members = (await membersOf(scope).load(id)) ?? [];
  const reports = (report ? [report, ...members] : members).sort((a, b) => (a.id < b.id ? -1 : 1));
  await noteMany(scope, reportSeen, reports, { done: () => done, tells: 'REPORT_ACTED_ON' });
}
