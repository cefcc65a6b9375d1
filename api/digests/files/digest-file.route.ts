import type { FastifyInstance } from 'fastify';
import { notFound } from '../../platform/contract/errors.ts';
import { type FileParts, type FoundFile, serveFiles } from '../../platform/http/files.ts';
import { granted } from '../../platform/scope/granted.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid } from '../../platform/tables/ids.ts';
import type { Digest } from '../digest.entity.ts';
import { DIGEST_WORDS } from '../digest.words.ts';
import type { DigestFile } from '../items/digest-item.entity.ts';

/** GET /files/digests/:fileId: a finished file, to whoever may see the issue. */
export const registerDigestFiles = (app: FastifyInstance, parts: FileParts): void =>
  serveFiles(app, parts, { address: '/files/digests', find });

type Stored = Pick<DigestFile, 'format' | 'sha256' | 'bytes'> &
  Pick<Digest, 'state' | 'title' | 'no' | 'cumNo' | 'periodFrom' | 'periodTo'>;

async function find(scope: Scope, fileId: string): Promise<FoundFile> {
  const file = isUuid(fileId) && (await granted(() => read(scope, fileId)));
  if (!file) throw notFound(...DIGEST_WORDS.file);
  const { format, sha256: hash, bytes } = file as Stored & { sha256: string; bytes: Buffer };
  return { format, hash, name: nameOf(file), plainName: 'digest', bytes: async () => bytes };
}

const read = (scope: Scope, fileId: string) =>
  scope.row<Stored>(
    `select f.format, f.sha256, f.bytes, d.state, d.title, d.no, d.cum_no, d.period_from, d.period_to
     from digest_file f join digest d on d.county_code = f.county_code and d.id = f.digest_id
     where f.county_code = $1 and f.id = $2 and f.state = 'READY'`,
    [scope.county, fileId],
  );

/** 十日信息摘报第3期（总第28期）; a draft is named by its period. */
function nameOf({ title, no, cumNo, periodFrom, periodTo }: Stored): string {
  const issue = no == null ? `（草稿）${periodFrom}至${periodTo}` : `第${no}期（总第${cumNo}期）`;
  return `${title}${issue}`;
}
