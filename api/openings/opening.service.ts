import { dayOf, endOf, workDay } from '@lxq/schema/calendar.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { requestProblems } from '@lxq/schema/openings/opening-request.ts';
import { calendarOf } from '../calendar/calendar.read.ts';
import { unitByCode } from '../network/network.loaders.ts';
import { checkCode } from '../network/places/place.code.ts';
import { badInput, notFound, refused } from '../platform/contract/errors.ts';
import { refuseFirst } from '../platform/contract/words.ts';
import { carry, noteOf, tellOf } from '../platform/deeds/noun.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid, newId } from '../platform/tables/ids.ts';
import type { Report } from '../reports/report.entity.ts';
import type { IdentityOpening } from './opening.entity.ts';
import { openingNoun, requestUnmetOf } from './opening.facts.ts';
import { DRAFT_WORDS, OPENING_WORDS } from './opening.words.ts';

export interface Asked {
  report: string;
  /** The unit that the report complains of. */
  about: string;
  reason: string;
}

/** Asks who wrote a sealed report. Two who ask at once wait for each other at the report, so that the second finds the first. */
export async function request(scope: Scope, asked: Asked): Promise<IdentityOpening> {
  const reason = asked.reason.trim();
  refuseFirst(requestProblems(asked), DRAFT_WORDS);
  const aboutUnitCode = checkCode(asked.about, 'about');
  if (!(await unitByCode(scope).load(aboutUnitCode))) throw badInput('about', ...OPENING_WORDS.noSuchUnit);
  const report = isUuid(asked.report)
    ? await scope.row<Report>('select * from report where county_code = $1 and id = $2 for update', [
        scope.county,
        asked.report,
      ])
    : undefined;
  if (!report) throw notFound(...OPENING_WORDS.report);
  const missing = await requestUnmetOf(scope, report, aboutUnitCode);
  if (missing.length) throw refused(missing);
  const last = workDay(dayOf(scope.now), LIMITS.opening.workDays, await calendarOf(scope));
  const opening: IdentityOpening = {
    ...{ countyCode: scope.county, id: newId(), reportId: report.id, requesterId: scope.rights.personId },
    ...{ aboutUnitCode, reason, state: 'REQUESTED', requestedAt: scope.now, expiresAt: endOf(last) },
    ...{ openedAt: null, refusalReason: null },
  };
  await scope.insert('identity_opening', { ...opening });
  await noteOf(scope, openingNoun, opening, { deed: 'requestIdentity', toState: opening.state, note: reason });
  await tellOf(scope, openingNoun, opening, 'IDENTITY_REQUESTED');
  scope.refresh();
  return opening;
}

/** What deeds change that have nothing more to do: an approval comes, or goes while nothing was looked at; one refusal is enough. */
export const openingChanges = {
  approveIdentity: async (scope: Scope, { id: openingId, countyCode }: IdentityOpening) => {
    const approverId = scope.rights.personId;
    await scope.insert('identity_approval', { countyCode, openingId, approverId, approvedAt: scope.now });
    return {};
  },
  unapproveIdentity: async (scope: Scope, { id }: IdentityOpening) => {
    const mine = [scope.county, id, scope.rights.personId];
    await scope.rows(
      'delete from identity_approval where county_code = $1 and opening_id = $2 and approver_id = $3',
      mine,
    );
    return {};
  },
  refuseIdentity: (_scope: Scope, _opening: IdentityOpening, refusalReason: string) => ({ refusalReason }),
};

export interface Identity {
  opening: IdentityOpening;
  name: string;
  unitName: string;
}
/** The name, for whoever asked: from the first look on for LIMITS.opening.shownMinutes. The database writes a line for every look. */
export async function open(scope: Scope, id: string): Promise<Identity> {
  const opening = await carry(scope, openingNoun, 'openIdentity', {
    id,
    isNotedElsewhere: true, // its line comes with the name
    change: ({ state }) =>
      state === 'OPENED'
        ? {}
        : { openedAt: scope.now, expiresAt: new Date(+scope.now + LIMITS.opening.shownMinutes * 60_000) },
  });
  const shown = await scope.row<Omit<Identity, 'opening'>>('select name, unit_name from app.open_identity($1)', [id]);
  if (!shown) throw notFound(...OPENING_WORDS.reporter);
  return { opening, ...shown };
}
