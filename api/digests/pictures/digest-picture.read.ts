import type { DigestPicture } from '@lxq/schema/digests/digest-document.ts';
import type { Attachment } from '../../attachments/attachment.entity.ts';
import { manyBy } from '../../platform/lists/loaders.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { DigestItem } from '../items/digest-item.entity.ts';

/** What an item may carry (app.may_carry says the same where it is stored): pictures that have come and stand, of reports that are not sealed. */
const CARRIED = `a.county_code = r.county_code and a.subject_id = r.id and a.subject = 'REPORT' and a.kind = 'PHOTO' and a.state = 'ARRIVED'
  and a.stored_sha256 is not null and a.withdrawn_at is null and r.line <> 'SEALED' and r.attachments_arrived > 0`;

/** The photos of each item's sources, as the viewer sees them today. */
export const photosOf = manyBy<Attachment & { itemId: string }>(
  'item photos',
  `select l.item_id, a.* from digest_item_report l join report r on r.county_code = l.county_code and r.id = l.report_id
   join attachment a on ${CARRIED}
   where l.county_code = $1 and l.item_id = any($2::uuid[]) order by r.submitted_at, r.id, a.position, a.id`,
  'itemId',
);

type Carrying = Pick<DigestItem, 'id' | 'pictures'>;

/** Of each item that carries any, those that are still there, as they are printed. Nothing is asked of an issue without pictures. */
export async function carriedBy(scope: Scope, items: readonly Carrying[]): Promise<Map<string, DigestPicture[]>> {
  const carrying = items.filter(({ pictures }) => pictures.length > 0);
  const found = await Promise.all(carrying.map(async ({ id }) => (await photosOf(scope).load(id)) ?? []));
  return new Map(carrying.map(({ id, pictures }, i) => [id, printed(pictures, found[i] ?? [])]));
}

const printed = (pictures: readonly string[], photos: readonly Attachment[]): DigestPicture[] =>
  pictures.flatMap((id) => {
    const photo = photos.find((each) => each.id === id);
    if (!photo?.storedSha256 || !photo.width || !photo.height) return [];
    return [{ id, sha256: photo.storedSha256, width: photo.width, height: photo.height }];
  });

/** Where the bytes of a picture are kept. */
export interface KeptPicture {
  id: string;
  countyCode: number;
  subjectId: string;
  storedSha256: string;
}
/** Of an issue that is out what it was printed with; of one in the making what its items carry now. Who sees the issue sees them, and nobody else by this. */
export const keptPictures = (scope: Scope, digestId: string, ids: readonly string[]): Promise<KeptPicture[]> =>
  scope.rows<KeptPicture>(
    `select p.attachment_id as id, p.county_code, p.subject_id, p.sha256 as stored_sha256
     from digest_picture p where p.county_code = $1 and p.digest_id = $2 and p.attachment_id = any($3::uuid[])
     union
     select a.id, a.county_code, a.subject_id, a.stored_sha256
     from digest d join digest_item i on i.county_code = d.county_code and i.digest_id = d.id
     join digest_item_report l on l.county_code = i.county_code and l.item_id = i.id
     join report r on r.county_code = l.county_code and r.id = l.report_id
     join attachment a on ${CARRIED} and a.id = any(i.pictures)
     where d.county_code = $1 and d.id = $2 and d.no is null and a.id = any($3::uuid[])`,
    [scope.county, digestId, ids],
  );
