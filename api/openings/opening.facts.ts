import { LIMITS } from '@lxq/schema/limits.ts';
import {
  OPENERS,
  OPENING_MACHINE,
  type OpeningDeed,
  type OpeningFacts,
  type OpeningState,
  openingState,
  PENDING,
  type RequestFacts,
  requestUnmet,
} from '@lxq/schema/openings/opening-states.ts';
import { officeOf } from '@lxq/schema/places.ts';
import type { Unmet } from '@lxq/schema/transitions.ts';
import type { Noun } from '../platform/deeds/noun.ts';
import { manyBy } from '../platform/lists/loaders.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { oneOf } from '../platform/tables/words.ts';
import { reportById } from '../reports/lists/report.loaders.ts';
import type { Report } from '../reports/report.entity.ts';
import { type IdentityApproval, IdentityOpening } from './opening.entity.ts';
import { OPENING_WORDS } from './opening.words.ts';

export const approvalsOf = manyBy<IdentityApproval>(
  'identity approvals',
  'select * from identity_approval where county_code = $1 and opening_id = any($2::uuid[]) order by approved_at, approver_id',
  'openingId',
);
export const openingsOf = manyBy<IdentityOpening>(
  'identity openings',
  'select * from identity_opening where county_code = $1 and report_id = any($2::uuid[]) order by requested_at desc, id desc',
  'reportId',
);

/** What the guards look at, as it stands now. */
async function factsFor(scope: Scope, _deed: OpeningDeed, opening: IdentityOpening): Promise<OpeningFacts> {
  const [report, approvals] = await Promise.all([
    reportById(scope).load(opening.reportId),
    approvalsOf(scope).load(opening.id),
  ]);
  const approverIds = (approvals ?? []).map(({ approverId }) => approverId);
  return { ...opening, state: openingState(opening, scope.now), approverIds, report: report as Report };
}

export const openingNoun: Noun<IdentityOpening, OpeningDeed, OpeningState, OpeningFacts> = {
  machine: OPENING_MACHINE,
  entity: IdentityOpening,
  subject: 'IDENTITY',
  names: OPENING_WORDS.request,
  isHeld: true, // whoever holds the row first is first; the next looks at what the first has made of it
  // The county office's, and sealed: no author, for whom nothing of this is.
  seen: ({ reportId }, scope) => ({
    ...{ unitCode: officeOf(scope.county), line: 'SEALED' },
    about: { REPORT: reportId },
  }),
  facts: factsFor,
};

type Looked = Omit<RequestFacts, 'line' | 'state' | 'authorId'>;
/** Of what nobody asks about for other reasons already. */
const UNASKED: Looked = {
  ...{ isComplainedOf: false, isPending: false, wasRefused: false },
  approvers: LIMITS.opening.approvals,
};
const LOOK = `select r.id, app.is_complained_of(r.id, $3, $4) as is_complained_of, app.identity_approvers(r.id, $3) as approvers,
    exists (select from identity_opening o where o.county_code = r.county_code and o.report_id = r.id and ${oneOf('o.state', PENDING)} and o.expires_at > $5) as is_pending,
    exists (select from identity_opening o where o.county_code = r.county_code and o.report_id = r.id and o.state = 'REFUSED' and o.requester_id = $4) as was_refused
  from report r where r.county_code = $1 and r.id = any($2::uuid[])`;

const looked = async (scope: Scope, ids: readonly string[], about: number | null) =>
  scope.rows<Looked & { id: string }>(LOOK, [scope.county, ids, about, scope.rights.personId, scope.now]);
const lookedAt = (scope: Scope) =>
  scope.loader<string, Looked>('identity request', async (ids) => {
    const found = new Map((await looked(scope, ids, null)).map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });

/** What keeps the viewer from asking who wrote a report; `about` is the unit named, once it is. */
export async function requestUnmetOf(scope: Scope, report: Report, about?: number): Promise<Unmet[]> {
  const { line, state, authorId, id } = report;
  const isTheirs = OPENERS.includes(scope.rights.role) && line === 'SEALED';
  const facts = !isTheirs ? UNASKED : about ? (await looked(scope, [id], about))[0] : await lookedAt(scope).load(id);
  return requestUnmet({ line, state, authorId, ...(facts ?? UNASKED) }, scope.rights);
}
