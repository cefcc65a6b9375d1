import { dayOf } from '@lxq/schema/calendar.ts';
import { type OfficialPaperKind, paperNumber } from '@lxq/schema/papers/official-papers.ts';
import { officeOf } from '@lxq/schema/places.ts';
import { type Block, hasContent, printed } from '@lxq/schema/texts/paper.ts';
import { unitByCode } from '../network/network.loaders.ts';
import { hashContent } from '../platform/papers/hash.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { newId } from '../platform/tables/ids.ts';
import type { Issuance } from './drafts/official.ts';

/** What a paper is of. */
export interface Of {
  subject: string;
  subjectId: string;
  round: number;
  sourceId: string;
}
/** A paper before it is issued. */
export interface Draft {
  kind: OfficialPaperKind;
  of: Of;
  /** Who issues it. */
  unitCode: number;
  /** Given from outside, of a dispatch notice; every other has the next of its series. */
  no?: string;
  title: string;
  blocks: (of: Issuance) => Block[];
}

/** Issues it: numbered, frozen and hashed in the deed's own transaction, by the unit whose deed it is. */
export async function issue(scope: Scope, draft: Draft): Promise<void> {
  const year = Number(dayOf(scope.now).slice(0, 4));
  if (draft.kind === 'DISPATCH_NOTICE') return keep(scope, draft, { year, serial: null, no: draft.no ?? '' });
  const serial = await nextSerial(scope, draft, year);
  await keep(scope, draft, { year, serial, no: paperNumber(draft.kind, year, serial) });
}

/** Two who issue at once take turns here; what is undone gives its number back. */
async function nextSerial(scope: Scope, { kind, unitCode }: Draft, year: number): Promise<number> {
  const row = await scope.row<{ last: number }>(
    `insert into paper_series (county_code, unit_code, kind, year, last) values ($1, $2, $3, $4, 1)
     on conflict (county_code, unit_code, kind, year) do update set last = paper_series.last + 1 returning last`,
    [scope.county, unitCode, kind, year],
  );
  return (row as { last: number }).last;
}

/** As it is typeset under this number at this moment. */
export async function drawn(scope: Scope, { unitCode, blocks }: Draft, no: string) {
  const issuerName = await issuerNameOf(scope, unitCode);
  return { issuerName, blocks: blocks({ issuer: issuerName, no, at: scope.now }).map(printed).filter(hasContent) };
}

interface Numbered {
  year: number;
  serial: number | null;
  no: string;
}
async function keep(scope: Scope, draft: Draft, { year, serial, no }: Numbered): Promise<void> {
  const { kind, of, unitCode, title } = draft;
  const { issuerName, blocks } = await drawn(scope, draft, no);
  const said = { ...of, kind, year, serial, no, title, issuerName, issuedAt: scope.now, blocks };
  await scope.insert('paper', {
    ...{ ...said, countyCode: scope.county, id: newId(), unitCode },
    ...{ blocks: JSON.stringify(blocks), hash: hashOf(said) },
  });
  scope.refresh();
}

type Said = Of & {
  kind: string;
  no: string;
  title: string;
  issuerName: string;
  issuedAt: Date;
  blocks: readonly Block[];
};
/** Of everything that a paper says, whatever else its row holds. */
export const hashOf = ({ subject, subjectId, round, kind, no, title, issuerName, issuedAt, blocks }: Said): string =>
  hashContent({ subject, subjectId, round, kind, no, title, issuerName, issuedAt: issuedAt.toISOString(), blocks });

/** The office has the name that the county gives it on its papers. */
export async function issuerNameOf(scope: Scope, unit: number): Promise<string> {
  if (unit === officeOf(scope.county)) return officeName(scope);
  return (await unitByCode(scope).load(unit))?.name ?? String(unit);
}
export async function officeName(scope: Scope): Promise<string> {
  const row = await scope.row<{ officeName: string }>('select office_name from county where county_code = $1', [
    scope.county,
  ]);
  return row?.officeName ?? '';
}
