import { unmet } from '@lxq/schema/transitions.ts';
import { digestNoun, hold } from '../digests/digest.deed.ts';
import { digestById, itemById } from '../digests/digest.loaders.ts';
import type { DigestItem } from '../digests/items/digest-item.entity.ts';
import { unitByCode } from '../network/network.loaders.ts';
import { checkCode } from '../network/places/place.code.ts';
import type { LeaderLevel } from '../network/posts/post.entity.ts';
import { badInput, conflict, notFound, refused } from '../platform/contract/errors.ts';
import type { DeedDone } from '../platform/deeds/audit.service.ts';
import type { Given } from '../platform/deeds/derive.ts';
import { carry, find, move, noteMany, noteOf, tellOf } from '../platform/deeds/noun.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid, newId } from '../platform/tables/ids.ts';
import * as presentations from '../presentations/presentation.service.ts';
import { heldReport, reportSeen } from '../reports/handling/report.noun.ts';
import type { Report } from '../reports/report.entity.ts';
import { clock } from './instruction.clocks.ts';
import { Instruction } from './instruction.entity.ts';
import { checkDraft, type InstructionDraft } from './instruction.input.ts';
import { canInstruct } from './instruction.loaders.ts';
import { instructionNoun } from './instruction.noun.ts';
import { INSTRUCTION_WORDS } from './instruction.words.ts';

/** Accepts the same draft any number of times and stores it once; another text under its id is a CONFLICT. */
export async function instruct(scope: Scope, draft: InstructionDraft): Promise<Instruction> {
  const text = checkDraft(draft, scope.now);
  const { countyCode, personId: leaderId, personName: leaderName } = scope.rights;
  // Two sendings of one draft at once wait for each other here, so that the second finds the first.
  await scope.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `instruction ${leaderId}/${draft.clientId}`,
  ]);
  const earlier = await scope.work.find(Instruction, { countyCode, leaderId, clientId: draft.clientId });
  if (earlier) return sameContent(earlier, draft, text);
  const { parent, item, report } = await subjectOf(scope, draft);
  const unit = await responsibleUnit(scope, draft.responsibleUnit);
  const instruction = await scope.work.add(Instruction, {
    ...{
      countyCode,
      id: newId(),
      clientId: draft.clientId,
      state: 'INSTRUCTED',
      level: await leaderLevelOf(scope),
      leaderId,
      leaderName,
      text,
    },
    ...{ responsibleUnitCode: unit, givenUnitCode: unit, dueOn: draft.dueOn, givenDueOn: draft.dueOn },
    instructedAt: scope.now,
    ...(parent
      ? { parentId: parent.id, digestId: parent.digestId, itemId: parent.itemId, reportId: parent.reportId }
      : { digestId: item?.digestId ?? null, itemId: item?.id ?? null, reportId: report?.id ?? null }),
    ...{ stateSince: scope.now, coUnitCodes: [] },
  });
  await scope.work.flush();
  await noteOf(scope, instructionNoun, instruction, { deed: 'instruct', toState: instruction.state });
  await clock(scope, 'instruct', instruction);
  await noteOnReports(scope, instruction, { deed: 'instruct' });
  if (report) await presentations.answer(scope, report.id, instruction.id);
  if (item) await follow(scope, item.digestId);
  await tellOf(scope, instructionNoun, instruction, 'INSTRUCTED');
  scope.refresh();
  return instruction;
}

function sameContent(earlier: Instruction, draft: InstructionDraft, text: string): Instruction {
  const told = [
    earlier.text,
    earlier.parentId ?? earlier.itemId ?? null,
    earlier.parentId ? null : (earlier.reportId ?? null),
    String(earlier.givenUnitCode),
    earlier.givenDueOn,
  ];
  const again = [
    text,
    (draft.parent ?? draft.item)?.toLowerCase() ?? null,
    draft.report?.toLowerCase() ?? null,
    draft.responsibleUnit,
    draft.dueOn,
  ];
  if (told.join('\u0000') === again.join('\u0000')) return earlier;
  throw conflict(...INSTRUCTION_WORDS.sentOtherwise, {
    instructionId: earlier.id,
  });
}

interface On {
  parent?: Instruction;
  item?: DigestItem;
  report?: Report;
}
/** An issued item, a report that the leader may see, or what came of an instruction of their own. */
async function subjectOf(scope: Scope, draft: InstructionDraft): Promise<On> {
  if (draft.parent) return { parent: await parentOf(scope, draft.parent) };
  if (draft.report) {
    return { report: await find(scope, heldReport, draft.report) };
  }
  const item = draft.item && isUuid(draft.item) ? await itemById(scope).load(draft.item) : null;
  const digest = item && (await digestById(scope).load(item.digestId));
  if (!item || !digest) throw notFound(...INSTRUCTION_WORDS.item);
  if (!canInstruct(scope, digest)) throw refused([unmet('state', ...INSTRUCTION_WORDS.issueIsClosed)]);
  return { item };
}

/** Held, so that it is not accepted while something follows from it. */
async function parentOf(scope: Scope, id: string): Promise<Instruction> {
  const parent = await find(scope, instructionNoun, id);
  if (parent.leaderId !== scope.rights.personId) throw notFound(...INSTRUCTION_WORDS.instruction);
  if (parent.state !== 'RESULT_TO_LEADER') throw refused([unmet('state', ...INSTRUCTION_WORDS.noResultYet)]);
  return parent;
}

async function responsibleUnit(scope: Scope, given: string): Promise<number> {
  const unit = await unitByCode(scope).load(checkCode(given, 'responsibleUnit'));
  if (!unit?.isActive) throw badInput('responsibleUnit', ...INSTRUCTION_WORDS.noSuchUnit);
  return unit.code;
}

/** By the leader's post; one without a rank is the county's. */
async function leaderLevelOf(scope: Scope): Promise<LeaderLevel> {
  const post = await scope.row<{ leaderLevel: LeaderLevel | null }>(
    'select leader_level from post where county_code = $1 and id = $2',
    [scope.county, scope.rights.postId],
  );
  return post?.leaderLevel ?? 'COUNTY';
}

/** Until the office has read it its leader takes it back; what was presented to them has no answer but their reading then. */
export async function withdraw(scope: Scope, { id }: Given): Promise<Instruction> {
  const instruction = await carry(scope, instructionNoun, 'withdraw', { id });
  await presentations.unanswer(scope, instruction.id);
  return instruction;
}

/** ISSUED becomes FOLLOWED with the first instruction. */
async function follow(scope: Scope, digestId: string): Promise<void> {
  const digest = await hold(scope, digestId);
  if (digest.state === 'ISSUED') await move(scope, digestNoun, 'follow', digest);
}

/** A step in the history of every report that the item rests on, so that its reporter sees that it was instructed on; not what. */
export async function noteOnReports(scope: Scope, instruction: Instruction, done: DeedDone): Promise<void> {
  const rows = await reportsUnder(scope, instruction);
  await noteMany(scope, reportSeen, rows, {
    ...{ done: () => done, tells: 'REPORT_ACTED_ON', about: { INSTRUCTION: instruction.id } },
  });
}

/** What the instruction rests on: the item's reports or the one it is on, and what was merged into them; in an order of their own, so that two who answer lock them alike. */
export const reportsUnder = (scope: Scope, { itemId, reportId }: Partial<Pick<Instruction, 'itemId' | 'reportId'>>) =>
  scope.rows<Pick<Report, 'id' | 'unitCode' | 'authorId' | 'line'>>(
    `with source as (select report_id as id from digest_item_report where county_code = $1 and item_id = $2 union select $3::uuid)
     select r.id, r.unit_code, r.author_id, r.line from source s join report r on r.county_code = $1 and r.id = s.id
     union all
     select m.id, m.unit_code, m.author_id, m.line from source s join report m on m.county_code = $1 and m.master_id = s.id and m.state = 'MERGED'
     order by id`,
    [scope.county, itemId ?? null, reportId ?? null],
  );

/** The office opens it: from now on it cannot be taken back. Opening it again changes nothing. */
export async function markRead(scope: Scope, { id }: Given): Promise<Instruction> {
  const instruction = await find(scope, instructionNoun, id);
  if (instruction.readAt || instruction.state !== 'INSTRUCTED') return instruction;
  return move(scope, instructionNoun, 'read', instruction, { change: { readAt: scope.now } });
}
