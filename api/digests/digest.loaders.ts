import type { DigestDocument } from '@lxq/schema/digests/digest-document.ts';
import { type DigestState, FROZEN_STATES, ISSUED_STATES } from '@lxq/schema/digests/digest-states.ts';
import { eyesOf } from '@lxq/schema/transitions.ts';
import { byKey, countBy, manyBy } from '../platform/lists/loaders.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { Report } from '../reports/report.entity.ts';
import type { Digest } from './digest.entity.ts';
import type { DigestFile, DigestItem, DigestReceipt, DigestVersion } from './items/digest-item.entity.ts';

/** Everything but the frozen document, which is large. */
export const COLUMNS = `d.county_code, d.id, d.state, d.period_from, d.period_to, d.year, d.no, d.cum_no, d.title, d.mark, d.issuer, d.copies,
  d.recipients, d.editor_id, d.signer_id, d.signer_name, d.signed_on, d.issued_at, d.content_hash, d.version`;

export const isIssued = (digest: Pick<Digest, 'state'>) =>
  (ISSUED_STATES as readonly DigestState[]).includes(digest.state);
/** The issue cannot become another any more: what is asked of it and what it may take up means nothing. */
export const isFrozen = (digest: Pick<Digest, 'state'>) => FROZEN_STATES.includes(digest.state);

export const digestById = (scope: Scope) =>
  scope.loader<string, Digest>('digest', async (ids) => {
    const text = `select ${COLUMNS} from digest d where d.county_code = $1 and d.id = any($2::uuid[])`;
    const rows = await scope.rows<Digest>(text, [scope.county, ids]);
    return byId(ids, rows);
  });
const byId = <Row extends { id: string }>(ids: readonly string[], rows: Row[]) => {
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
};

export const frozenById = (scope: Scope) =>
  scope.loader<string, { id: string; frozen: DigestDocument | null }>('frozen', async (ids) => {
    const text = 'select id, frozen from digest where county_code = $1 and id = any($2::uuid[])';
    return byId(ids, await scope.rows<{ id: string; frozen: DigestDocument | null }>(text, [scope.county, ids]));
  });

/** In the order in which they are numbered and printed: by portfolio, those without one last; once issued, by their numbers. */
export const itemsOf = manyBy<DigestItem>(
  'digest items',
  `select i.* from digest_item i
   join digest d on d.county_code = i.county_code and d.id = i.digest_id
   left join portfolio p on d.no is null and p.county_code = i.county_code and p.id = i.portfolio_id
   where i.county_code = $1 and i.digest_id = any($2::uuid[])
   order by p.position nulls last, p.id, i.position, i.id`,
  'digestId',
);
export const itemById = byKey<DigestItem, string>('digest item', 'digest_item', 'id', 'uuid', 'id');

export const itemCountOf = countBy(
  'item count',
  'select digest_id as id, count(*)::int as count from digest_item where county_code = $1 and digest_id = any($2::uuid[]) group by 1',
);
/** Reports that an item rests on, those merged into them included. */
export const reportCountOf = countBy(
  'report count',
  `with linked as (select item_id, report_id from digest_item_report where county_code = $1 and item_id = any($2::uuid[]))
   select id, count(*)::int as count from (
     select item_id as id from linked
     union all
     select l.item_id from linked l join report m on m.county_code = $1 and m.master_id = l.report_id and m.state = 'MERGED') each group by 1`,
);

export const reportsOf = manyBy<Report & { itemId: string }>(
  'item reports',
  `select l.item_id, r.* from digest_item_report l join report r on r.county_code = l.county_code and r.id = l.report_id
   where l.county_code = $1 and l.item_id = any($2::uuid[]) order by r.submitted_at, r.id`,
  'itemId',
);

/** The items that rest on a report, of issues that the viewer may see. */
export const itemsOfReport = manyBy<DigestItem & { reportId: string }>(
  'items of report',
  `select l.report_id, i.* from digest_item_report l
   join digest_item i on i.county_code = l.county_code and i.id = l.item_id
   join digest d on d.county_code = l.county_code and d.id = l.digest_id
   where l.county_code = $1 and l.report_id = any($2::uuid[]) and d.state <> 'VOIDED'
   order by d.period_from, i.position`,
  'reportId',
);

export const versionsOf = manyBy<DigestVersion>(
  'digest versions',
  'select * from digest_version where county_code = $1 and digest_id = any($2::uuid[]) order by at desc, id desc',
  'digestId',
);
export const receiptsOf = manyBy<DigestReceipt>(
  'digest receipts',
  'select * from digest_receipt where county_code = $1 and digest_id = any($2::uuid[]) order by read_at nulls last, person_name',
  'digestId',
);
/** The newest file of each format, without its bytes. */
export const FILE_COLUMNS =
  'f.county_code, f.id, f.digest_id, f.format, f.content_hash, f.state, f.progress, f.sha256, f.size, f.error, f.requested_at';
export const filesOf = manyBy<DigestFile>(
  'digest files',
  `select distinct on (f.digest_id, f.format) ${FILE_COLUMNS} from digest_file f
   where f.county_code = $1 and f.digest_id = any($2::uuid[]) order by f.digest_id, f.format, f.requested_at desc, f.id desc`,
  'digestId',
);

/** A line of the audit that says who had a hand in an issue's text. */
export const WROTE = `deed in ('open', 'edit', 'submitForReview')`;
/** Whether the viewer, or whoever they stand in for, had a hand in the text: who wrote does not sign. */
export const editedByViewer = (scope: Scope) =>
  scope.loader<string, boolean>('edited by viewer', async (ids) => {
    const rows = await scope.rows<{ subjectId: string }>(
      `select distinct subject_id from audit where county_code = $1 and subject_id = any($2::uuid[]) and (actor_id = any($3::uuid[]) or acted_by_id = any($3::uuid[]))
       and ${WROTE}`,
      [scope.county, ids, eyesOf(scope.rights)],
    );
    const found = new Set(rows.map((row) => row.subjectId));
    return ids.map((id) => found.has(id));
  });
