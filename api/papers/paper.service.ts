import { dayOf } from '@lxq/schema/calendar.ts';
import { type NumberedKind, type OfficialPaperKind, paperNumber } from '@lxq/schema/papers/official-papers.ts';
import { officeOf } from '@lxq/schema/places.ts';
import { type Block, hasText, printed } from '@lxq/schema/texts/paper.ts';
import { unitByCode } from '../network/network.loaders.ts';
import { hashContent } from '../platform/papers/hash.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { newId } from '../platform/tables/ids.ts';
import type { Issuance } from './drafts/official.ts';

/** What a paper is of. */
interface Of {
  subject: string;
  subjectId: string;
  round: number;
  sourceId: string;
}
interface Drafted {
  title: string;
  blocks: (of: Issuance) => Block[];
}

/** Issues the viewer's unit's paper, under the next number of its series: numbered, frozen and hashed in the deed's own transaction. */
export async function issue(scope: Scope, kind: NumberedKind, of: Of, drafted: Drafted): Promise<void> {
  const year = yearOf(scope);
  const serial = await nextSerial(scope, kind, year);
  await keep(scope, { kind, of, drafted, year, serial, no: paperNumber(kind, year, serial) });
}
/** The same under a number from outside. */
export const issueUnder = (scope: Scope, no: string, kind: 'DISPATCH_NOTICE', of: Of, drafted: Drafted) =>
  keep(scope, { kind, of, drafted, year: yearOf(scope), serial: null, no });

const yearOf = ({ now }: Scope) => Number(dayOf(now).slice(0, 4));

/** Two who issue at once take turns here; what is undone gives its number back. */
async function nextSerial(scope: Scope, kind: NumberedKind, year: number): Promise<number> {
  const row = await scope.row<{ last: number }>(
    `insert into paper_series (county_code, unit_code, kind, year, last) values ($1, $2, $3, $4, 1)
     on conflict (county_code, unit_code, kind, year) do update set last = paper_series.last + 1 returning last`,
    [scope.county, scope.rights.unitCode, kind, year],
  );
  return (row as { last: number }).last;
}

interface Kept {
  kind: OfficialPaperKind;
  of: Of;
  drafted: Drafted;
  year: number;
  serial: number | null;
  no: string;
}
async function keep(scope: Scope, { kind, of, drafted, year, serial, no }: Kept): Promise<void> {
  const { unitCode } = scope.rights;
  const issuerName = await issuerNameOf(scope, unitCode);
  const { title } = drafted;
  const blocks = drafted.blocks({ issuer: issuerName, no, at: scope.now }).map(printed).filter(hasText);
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
