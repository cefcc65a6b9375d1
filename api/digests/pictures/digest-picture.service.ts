import { type DigestDocument, picturesIn } from '@lxq/schema/digests/digest-document.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { unmet } from '@lxq/schema/transitions.ts';
import { badInput, refused } from '../../platform/contract/errors.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { numberOf } from '../../reports/lists/report.number.ts';
import type { Report } from '../../reports/report.entity.ts';
import type { Digest } from '../digest.entity.ts';
import { checkIds } from '../digest.input.ts';
import { DIGEST_WORDS } from '../digest.words.ts';
import type { DigestItem } from '../items/digest-item.entity.ts';
import { PLACES } from './digest-picture.entity.ts';

/** What an item carries from now on, and how the history calls it. */
export interface Chosen {
  pictures: string[];
  names: string[];
}

type Known = Pick<Report, 'submittedAt' | 'serial'> & { id: string; reportId: string; place: number; isFit: boolean };

/**
 * Judges a choice. Anew only a picture is chosen that has come, of a report that the item rests on from now on and that is not sealed. What was chosen earlier and has gone since
 * may stand until somebody takes it out, so that nobody's words wait for it; the checks name it.
 */
export async function choose(
  scope: Scope,
  item: Pick<DigestItem, 'pictures'> | null,
  given: readonly string[] | null | undefined,
  reports: readonly string[],
): Promise<Chosen> {
  const standing = item?.pictures ?? [];
  const pictures = given ? checkIds('item.pictures', given, LIMITS.bulk) : standing;
  if (pictures.length > LIMITS.digest.item.pictures) throw badInput('item.pictures', ...DIGEST_WORDS.pictures);
  if (pictures.length === 0) return { pictures, names: [] };
  const known = new Map((await found(scope, pictures)).map((row) => [row.id, row]));
  const isWrong = (id: string) => {
    const row = known.get(id);
    return row?.isFit ? !reports.includes(row.reportId) : !standing.includes(id);
  };
  if (pictures.some(isWrong)) throw refused([unmet('pictures', ...DIGEST_WORDS.picture)]);
  return { pictures, names: pictures.map((id) => nameOf(known.get(id))) };
}

const found = (scope: Scope, ids: readonly string[]) =>
  scope.rows<Known>(
    `select a.id, r.id as report_id, r.submitted_at, r.serial,
       (select count(*)::int from attachment b where b.county_code = a.county_code and b.subject_id = a.subject_id and b.kind = 'PHOTO' and (b.position, b.id) <= (a.position, a.id)) as place,
       a.kind = 'PHOTO' and a.state = 'ARRIVED' and a.withdrawn_at is null and r.line <> 'SEALED' as is_fit
     from attachment a join report r on r.county_code = a.county_code and r.id = a.subject_id
     where a.county_code = $1 and a.id = any($2::uuid[]) and a.subject = 'REPORT'`,
    [scope.county, ids],
  );

/** 2026-001234 照片1 */
const nameOf = (row: Known | undefined) =>
  row ? `${numberOf(row as unknown as Report)} 照片${row.place}` : '已不在的照片';

/**
 * Holds what the issue is printed with: from now on the bytes stay as long as the issue does, and are read with it. Their reports are held meanwhile, so
 * that none is sealed, and no picture taken back, between the checks and the number.
 */
export async function holdPictures(
  scope: Scope,
  digest: Digest,
  items: readonly DigestItem[],
  frozen: DigestDocument,
): Promise<void> {
  const hashes = new Map(picturesIn(frozen).map(({ id, sha256 }) => [id, sha256]));
  const rows = items.flatMap(({ id: itemId, pictures }) =>
    pictures.map((id, i) => ({ itemId, id, place: PLACES[i], sha256: hashes.get(id) ?? '' })),
  );
  if (rows.length === 0) return;
  const held = await scope.rows(
    `insert into digest_picture (county_code, item_id, place, digest_id, attachment_id, subject_id, sha256)
     select $1, p.item_id, p.place, $2, a.id, a.subject_id, a.stored_sha256
     from unnest($3::uuid[], $4::text[], $5::uuid[], $6::text[]) p (item_id, place, id, sha256)
     join attachment a on a.county_code = $1 and a.id = p.id and a.stored_sha256 = p.sha256 and a.withdrawn_at is null
     join report r on r.county_code = $1 and r.id = a.subject_id and r.line <> 'SEALED' for share of r returning place`,
    [
      ...[scope.county, digest.id],
      ...(['itemId', 'place', 'id', 'sha256'] as const).map((key) => rows.map((row) => row[key])),
    ],
  );
  if (held.length < rows.length) throw refused([unmet('pictureGone', ...DIGEST_WORDS.picturesHandled)]);
}
