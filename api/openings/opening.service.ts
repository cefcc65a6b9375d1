import { dayOf, endOf, workDay } from '@lxq/schema/calendar.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { type OpeningDeed, openingAfter } from '@lxq/schema/openings/opening-states.ts';
import { calendarOf } from '../calendar/calendar.read.ts';
import { unitByCode } from '../network/network.loaders.ts';
import { checkCode } from '../network/places/place.code.ts';
import { badInput, notFound, refused } from '../platform/contract/errors.ts';
import { checkReason } from '../platform/contract/reasons.ts';
import { record } from '../platform/deeds/audit.service.ts';
import { type ChangeKind, tell } from '../platform/live/event.service.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid, newId } from '../platform/tables/ids.ts';
import type { Report } from '../reports/report.entity.ts';
import type { IdentityOpening } from './opening.entity.ts';
import { approvalsOf, requestUnmetOf, unmetOf } from './opening.facts.ts';

export interface Asked {
  report: string;
  /** The unit that the report complains of. */
  about: string;
  reason: string;
}

/** Asks who wrote a sealed report. Two who ask at once wait for each other at the report, so that the second finds the first. */
export async function request(scope: Scope, asked: Asked): Promise<IdentityOpening> {
  const reason = checkReason('reason', asked.reason, LIMITS.opening.reason);
  const aboutUnitCode = checkCode(asked.about, 'about');
  if (!(await unitByCode(scope).load(aboutUnitCode))) throw badInput('about', '没有这个单位', 'No such unit');
  const report = await held<Report>(scope, 'report', asked.report);
  if (!report) throw notFound('该信息', 'report');
  const missing = await requestUnmetOf(scope, report, aboutUnitCode);
  if (missing.length) throw refused(missing);
  const last = workDay(dayOf(scope.now), LIMITS.opening.workDays, await calendarOf(scope));
  const opening: IdentityOpening = {
    ...{ countyCode: scope.county, id: newId(), reportId: report.id, requesterId: scope.rights.personId },
    ...{ aboutUnitCode, reason, state: 'REQUESTED', requestedAt: scope.now, expiresAt: endOf(last) },
    ...{ openedAt: null, refusalReason: null },
  };
  await scope.insert('identity_opening', { ...opening });
  await note(scope, opening, 'requestIdentity', null, reason);
  await telling(scope, opening, 'IDENTITY_REQUESTED');
  return opening;
}

/** The last of those whom it needs opens the way; until then it waits for the others. */
export const approve = (scope: Scope, id: string) =>
  deed(scope, id, 'approveIdentity', 'IDENTITY_APPROVED', async ({ id: openingId, countyCode }) => {
    const approverId = scope.rights.personId;
    await scope.insert('identity_approval', { countyCode, openingId, approverId, approvedAt: scope.now });
  });

/** Whoever approved takes it back, while nothing was looked at. */
export const unapprove = (scope: Scope, id: string) =>
  deed(scope, id, 'unapproveIdentity', 'IDENTITY_UNAPPROVED', async ({ id: openingId }) => {
    const mine = [scope.county, openingId, scope.rights.personId];
    await scope.rows(
      'delete from identity_approval where county_code = $1 and opening_id = $2 and approver_id = $3',
      mine,
    );
  });

/** One is enough. */
export async function refuse(scope: Scope, id: string, text: string): Promise<IdentityOpening> {
  const refusalReason = checkReason('reason', text, LIMITS.opening.reason);
  const change = async (opening: IdentityOpening) => void Object.assign(opening, { refusalReason });
  return deed(scope, id, 'refuseIdentity', 'IDENTITY_REFUSED', change, refusalReason);
}

export const withdraw = (scope: Scope, id: string) =>
  deed(scope, id, 'withdrawIdentity', 'IDENTITY_WITHDRAWN', async () => {});

export interface Identity {
  opening: IdentityOpening;
  name: string;
  unitName: string;
}
/** The name, for whoever asked: from the first look on for LIMITS.opening.shownMinutes. The database writes a line for every look. */
export async function open(scope: Scope, id: string): Promise<Identity> {
  const opening = await deed(scope, id, 'openIdentity', 'IDENTITY_OPENED', async (found) => {
    if (found.state === 'OPENED') return;
    found.openedAt = scope.now;
    found.expiresAt = new Date(+scope.now + LIMITS.opening.shownMinutes * 60_000);
  });
  const shown = await scope.row<Omit<Identity, 'opening'>>('select name, unit_name from app.open_identity($1)', [id]);
  if (!shown) throw notFound('该报送人', 'reporter');
  return { opening, ...shown };
}

/** Finds and holds the request, asks the guards, changes it, and writes audit line and event: the way every deed goes. */
async function deed(
  scope: Scope,
  id: string,
  name: OpeningDeed,
  kind: ChangeKind,
  change: (opening: IdentityOpening) => Promise<void>,
  text?: string,
): Promise<IdentityOpening> {
  const opening = await held<IdentityOpening>(scope, 'identity_opening', id);
  if (!opening) throw notFound('该申请', 'request');
  const missing = await unmetOf(scope, name, opening);
  if (missing.length) throw refused(missing);
  const from = opening.state;
  await change(opening);
  scope.refresh();
  opening.state = openingAfter(name, (await approvalsOf(scope).load(opening.id))?.length ?? 0);
  await store(scope, opening);
  if (name !== 'openIdentity') await note(scope, opening, name, from, text); // its line comes with the name
  await telling(scope, opening, kind);
  return opening;
}

/** Whoever holds the row first is first; the next looks at what the first has made of it. */
const held = async <Row>(scope: Scope, table: 'report' | 'identity_opening', id: string): Promise<Row | undefined> =>
  isUuid(id)
    ? scope.row<Row>(`select * from ${table} where county_code = $1 and id = $2 for update`, [scope.county, id])
    : undefined;

const store = (scope: Scope, { id, state, expiresAt, openedAt, refusalReason }: IdentityOpening) =>
  scope.rows(
    'update identity_opening set state = $3, expires_at = $4, opened_at = $5, refusal_reason = $6 where county_code = $1 and id = $2',
    [scope.county, id, state, expiresAt, openedAt, refusalReason],
  );

/** The county office's, and sealed: no author, for whom nothing of this is. */
const subjectOf = (scope: Scope) => ({ unitCode: scope.county * 1_000_000_000, line: 'SEALED' as const });

const note = (
  scope: Scope,
  { id, state }: IdentityOpening,
  name: string,
  fromState: IdentityOpening['state'] | null,
  text?: string,
) =>
  record(
    scope,
    { subject: 'IDENTITY', subjectId: id, ...subjectOf(scope) },
    { deed: name, fromState, toState: state, note: text },
  );

async function telling(scope: Scope, { reportId }: IdentityOpening, kind: ChangeKind): Promise<void> {
  await tell(scope, kind, { ...subjectOf(scope), reportId });
  scope.refresh();
}
