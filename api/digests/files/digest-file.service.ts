import { hashContent } from '../../platform/papers/hash.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { newId } from '../../platform/tables/ids.ts';
import type { Digest } from '../digest.entity.ts';
import { FILE_COLUMNS } from '../digest.loaders.ts';
import { find } from '../digest.read.ts';
import { documentOf } from '../document/digest-document.service.ts';
import type { DigestFile, FileFormat } from '../items/digest-item.entity.ts';

/** A file that has been in the making for longer than this was left behind by a process that died. */
const LOST_MS = 4 * 60_000;

/** What the worker needs to know; everything else it reads. */
export interface FileJob {
  countyCode: number;
  fileId: string;
  /** On whose behalf: the worker sees what they saw. */
  personId: string;
  unitCode: number;
}

/** Asks for a file of the issue as it stands now. The same content in the same format is made once. */
export async function request(scope: Scope, id: string, format: FileFormat): Promise<DigestFile> {
  const digest = await find(scope, id);
  const [file] = await requestFiles(scope, digest, [format]);
  return file as DigestFile;
}

export async function requestFiles(
  scope: Scope,
  digest: Digest,
  formats: readonly FileFormat[],
): Promise<DigestFile[]> {
  // Two requests at once wait for each other here, so that the second finds the first's file.
  await scope.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`digest file ${digest.id}`]);
  const contentHash = hashContent(await documentOf(scope, digest));
  const files: DigestFile[] = [];
  for (const format of formats) files.push(await requestFile(scope, digest, contentHash, format));
  scope.refresh();
  return files;
}

async function requestFile(scope: Scope, digest: Digest, contentHash: string, format: FileFormat): Promise<DigestFile> {
  const known = await scope.row<DigestFile>(
    `select ${FILE_COLUMNS} from digest_file f where f.county_code = $1 and f.digest_id = $2 and f.format = $3 and f.content_hash = $4
     order by f.requested_at desc limit 1`,
    [scope.county, digest.id, format, contentHash],
  );
  const isUnderWay = known && known.state !== 'FAILED' && +scope.now - +known.requestedAt < LOST_MS;
  if (known?.state === 'READY' || isUnderWay) return known as DigestFile;
  const fileId = known?.id ?? newId();
  if (known)
    await scope.rows(
      `update digest_file set state = 'QUEUED', progress = 0, error = null, requested_at = $3 where county_code = $1 and id = $2`,
      [scope.county, fileId, scope.now],
    );
  else
    await scope.insert('digest_file', {
      countyCode: scope.county,
      id: fileId,
      digestId: digest.id,
      format,
      contentHash,
      requestedAt: scope.now,
    });
  const { personId, unitCode } = scope.rights;
  const job: FileJob = { countyCode: scope.county, fileId, personId, unitCode };
  await scope.rows('select app.add_job($1, $2, $3)', ['digest_file', JSON.stringify(job), `digest_file ${fileId}`]);
  return (await scope.row<DigestFile>(
    `select ${FILE_COLUMNS} from digest_file f where f.county_code = $1 and f.id = $2`,
    [scope.county, fileId],
  )) as DigestFile;
}
