import {
  INSTRUCTION_TRANSITIONS,
  type InstructionDeed,
  instructionUnmet,
} from '@lxq/schema/instructions/instruction-states.ts';
import { unmet } from '@lxq/schema/transitions.ts';
import { LockMode } from '@mikro-orm/core';
import { hold, move, officeOf } from '../digests/digest.deed.ts';
import { digestById, itemById } from '../digests/digest.loaders.ts';
import type { DigestItem } from '../digests/items/digest-item.entity.ts';
import { unitByCode } from '../network/network.loaders.ts';
import { checkCode } from '../network/places/place.code.ts';
import type { LeaderLevel } from '../network/posts/post.entity.ts';
import { badInput, conflict, notFound, refused } from '../platform/contract/errors.ts';
import { record } from '../platform/deeds/audit.service.ts';
import { type ChangeKind, tell } from '../platform/live/event.service.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid, newId } from '../platform/tables/ids.ts';
import { reportById } from '../reports/lists/report.loaders.ts';
import type { Report } from '../reports/report.entity.ts';
import { Instruction } from './instruction.entity.ts';
import { checkDraft, type InstructionDraft } from './instruction.input.ts';
import { canInstruct } from './instruction.loaders.ts';

/** Accepts the same draft any number of times and stores it once; another text under its id is a CONFLICT. */
export async function instruct(scope: Scope, draft: InstructionDraft): Promise<Instruction> {
  await scope.open();
  const text = checkDraft(draft, scope.now);
  const { countyCode, personId: leaderId, personName: leaderName } = scope.rights;
  // Two sendings of one draft at once wait for each other here, so that the second finds the first.
  await scope.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `instruction ${leaderId}/${draft.clientId}`,
  ]);
  const earlier = await scope.em.findOne(Instruction, { countyCode, leaderId, clientId: draft.clientId });
  if (earlier) return sameContent(earlier, draft, text);
  const { item, report } = await subjectOf(scope, draft);
  const instruction = scope.em.create(Instruction, {
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
    ...{
      responsibleUnitCode: await responsibleUnit(scope, draft.responsibleUnit),
      dueOn: draft.dueOn,
      instructedAt: scope.now,
    },
    ...{ digestId: item?.digestId ?? null, itemId: item?.id ?? null, reportId: report?.id ?? null },
  } as never) as Instruction;
  scope.em.persist(instruction);
  await scope.em.flush();
  await note(scope, instruction, 'instruct', null);
  await noteOnReports(scope, instruction);
  if (item) await follow(scope, item.digestId);
  await tellOf(scope, 'INSTRUCTED', instruction);
  scope.refresh();
  return instruction;
}

function sameContent(earlier: Instruction, draft: InstructionDraft, text: string): Instruction {
  const told = [
    earlier.text,
    earlier.itemId ?? null,
    earlier.reportId ?? null,
    String(earlier.responsibleUnitCode),
    earlier.dueOn,
  ];
  const again = [
    text,
    draft.item?.toLowerCase() ?? null,
    draft.report?.toLowerCase() ?? null,
    draft.responsibleUnit,
    draft.dueOn,
  ];
  if (told.join('\u0000') === again.join('\u0000')) return earlier;
  throw conflict('同一编号已有不同内容的批示，请核对', 'This id was sent before with another text; please compare', {
    instructionId: earlier.id,
  });
}

/** An issued item, or a report that the leader may see. */
async function subjectOf(scope: Scope, draft: InstructionDraft): Promise<{ item?: DigestItem; report?: Report }> {
  if (draft.report) {
    const report = isUuid(draft.report) ? await reportById(scope).load(draft.report) : null;
    if (!report) throw notFound('该信息', 'report');
    return { report };
  }
  const item = draft.item && isUuid(draft.item) ? await itemById(scope).load(draft.item) : null;
  const digest = item && (await digestById(scope).load(item.digestId));
  if (!item || !digest) throw notFound('该条目', 'digest item');
  if (!canInstruct(scope, digest)) throw refused([unmet('state', '本期已归档，不能再批示', 'This issue is closed')]);
  return { item };
}

async function responsibleUnit(scope: Scope, given: string): Promise<number> {
  const unit = await unitByCode(scope).load(checkCode(given, 'responsibleUnit'));
  if (!unit?.isActive)
    throw badInput('responsibleUnit', '责任单位不存在或已停用，请重新选择', 'No such unit; please choose again');
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

/** ISSUED becomes FOLLOWED with the first instruction. */
async function follow(scope: Scope, digestId: string): Promise<void> {
  const digest = await hold(scope, digestId);
  if (digest.state === 'ISSUED') await move(scope, digest, { deed: 'follow', kind: 'DIGEST_MOVED' });
}

/** A step in the history of every report that the item rests on, so that its reporter sees that it was instructed on; not what. */
async function noteOnReports(scope: Scope, { itemId, reportId }: Instruction): Promise<void> {
  const rows = await scope.rows<Pick<Report, 'id' | 'unitCode' | 'authorId' | 'line'>>(
    `with source as (select report_id as id from digest_item_report where county_code = $1 and item_id = $2 union select $3::uuid)
     select r.id, r.unit_code, r.author_id, r.line from source s join report r on r.county_code = $1 and r.id = s.id
     union all
     select m.id, m.unit_code, m.author_id, m.line from source s join report m on m.county_code = $1 and m.master_id = s.id and m.state = 'MERGED'`,
    [scope.county, itemId ?? null, reportId ?? null],
  );
  const { personId, personName, role } = scope.rights;
  const deed = {
    countyCode: scope.county,
    at: scope.now,
    subject: 'REPORT',
    deed: 'instruct',
    actorId: personId,
    actorName: personName,
    actorRole: role,
  };
  await scope.insertMany(
    'audit',
    rows.map(({ id, ...visibility }) => ({ ...deed, id: newId(), subjectId: id, ...visibility })),
  );
}

/** The office opens it: from now on it cannot be taken back. Opening it again changes nothing. */
export async function markRead(scope: Scope, id: string): Promise<Instruction> {
  const instruction = await held(scope, id);
  if (instruction.readAt || instruction.state !== 'INSTRUCTED') return instruction;
  return change(scope, instruction, 'read', 'INSTRUCTION_READ', { readAt: scope.now });
}

export async function withdraw(scope: Scope, id: string): Promise<Instruction> {
  const instruction = await held(scope, id);
  if (instruction.leaderId !== scope.rights.personId) throw noInstruction();
  return change(scope, instruction, 'withdraw', 'INSTRUCTION_WITHDRAWN', {});
}

const noInstruction = () => notFound('该批示', 'instruction');

/** Reading and taking back at once cannot both win: whoever holds the row first does. */
async function held(scope: Scope, id: string): Promise<Instruction> {
  if (!isUuid(id)) throw noInstruction();
  await scope.open();
  const found = await scope.em.findOne(
    Instruction,
    { countyCode: scope.county, id },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!found) throw noInstruction();
  return found;
}

export const unmetOf = (scope: Scope, deed: InstructionDeed, instruction: Instruction) =>
  instructionUnmet(deed, { ...instruction, isRead: Boolean(instruction.readAt) }, scope.rights);

async function change(
  scope: Scope,
  instruction: Instruction,
  deed: InstructionDeed,
  kind: ChangeKind,
  fields: Partial<Instruction>,
): Promise<Instruction> {
  const missing = unmetOf(scope, deed, instruction);
  if (missing.length > 0) throw refused(missing);
  const from = instruction.state;
  Object.assign(instruction, fields, { state: INSTRUCTION_TRANSITIONS[deed].to });
  await scope.em.flush();
  await note(scope, instruction, deed, from);
  await tellOf(scope, kind, instruction);
  scope.refresh();
  return instruction;
}

const note = (scope: Scope, { id, state }: Instruction, deed: string, fromState: Instruction['state'] | null) =>
  record(
    scope,
    { subject: 'INSTRUCTION', subjectId: id, unitCode: officeOf(scope) },
    { deed, fromState, toState: state },
  );

const tellOf = (scope: Scope, kind: ChangeKind, { id, digestId, itemId, reportId }: Instruction) =>
  tell(scope, kind, {
    unitCode: officeOf(scope),
    instructionId: id,
    itemId,
    digestId: digestId ?? undefined,
    reportId: reportId ?? undefined,
  });
