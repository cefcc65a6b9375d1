import { type DigestDocument, type DigestPicture, picturesIn } from '@lxq/schema/digests/digest-document.ts';
import type { JobHelpers } from 'graphile-worker';
import type { Logger } from 'pino';
import { type AttachmentStore, keyOf } from '../../attachments/bytes/attachment-store.ts';
import { tellOf } from '../../platform/deeds/noun.ts';
import { inStep, type Making, NOT_MADE, tried, unlessStopped } from '../../platform/jobs/making.ts';
import { hashContent } from '../../platform/papers/hash.ts';
import type { Database } from '../../platform/scope/database.ts';
import { enterJob } from '../../platform/scope/entering.ts';
import type { Rights } from '../../platform/scope/rights.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { digestNoun } from '../digest.deed.ts';
import type { Digest } from '../digest.entity.ts';
import { digestById } from '../digest.loaders.ts';
import { documentOf } from '../document/digest-document.service.ts';
import { exportDigest } from '../document/export.ts';
import type { DigestFile, FileFormat } from '../items/digest-item.entity.ts';
import { type KeptPicture, keptPictures } from '../pictures/digest-picture.read.ts';
import type { FileJob } from './digest-file.service.ts';

/** Makes the DOCX or PDF that was asked for and stores it; after the last failed try the file says so. */
export async function makeDigestFile(
  database: Database,
  payload: unknown,
  helpers: JobHelpers,
  { log, store }: { log: Logger; store?: AttachmentStore },
): Promise<void> {
  const job = payload as FileJob;
  const { fileId } = job;
  const rights = rightsOf(job);
  const making = { database, rights, entering: enterJob(fileId, rights) };
  const asked = await inStep(making, (scope) => begin(scope, fileId));
  if (!asked) return;
  await tried(
    helpers,
    { log, fileId },
    {
      make: async () => {
        const pictures = await inStep(making, (scope) => picturesOf(scope, asked));
        const made = await unlessStopped(
          helpers,
          exportDigest(asked.document, asked.format, {
            onProgress: progressOf(making, fileId),
            read: (picture) => readPicture(store, pictures, picture),
          }),
        );
        await inStep(making, (scope) => finish(scope, fileId, { ...made, contentHash: asked.contentHash }));
      },
      giveUp: (isLast) => inStep(making, (scope) => giveUp(scope, fileId, isLast)),
    },
  );
}

/** The county office's rows, in the name of the one who asked. */
function rightsOf({ countyCode, personId, unitCode }: FileJob): Rights {
  return {
    countyCode,
    personId,
    unitCode,
    areaCode: unitCode,
    personName: '',
    actedById: null,
    actedByName: null,
    postId: personId,
    role: 'COUNTY_CLERK',
    capacity: null,
    tokenHash: '',
    tokenScopes: null,
  };
}

interface Asked {
  format: FileFormat;
  document: DigestDocument;
  contentHash: string;
  digestId: string;
}

/** What to print: the issue as it stands, which for a draft may be newer than the request. */
async function begin(scope: Scope, fileId: string): Promise<Asked | undefined> {
  const file = await scope.row<Pick<DigestFile, 'digestId' | 'format'>>(
    `update digest_file set state = 'RUNNING', progress = 5, error = null where county_code = $1 and id = $2 and state <> 'READY' returning digest_id, format`,
    [scope.county, fileId],
  );
  const digest = file && (await digestById(scope).load(file.digestId));
  if (!digest) return undefined;
  const document = await documentOf(scope, digest);
  return { format: file.format, document, contentHash: hashContent(document), digestId: digest.id };
}

/** Where the bytes of all its pictures are kept. */
async function picturesOf(scope: Scope, { document, digestId }: Asked): Promise<readonly KeptPicture[]> {
  const ids = picturesIn(document).map(({ id }) => id);
  return ids.length > 0 ? keptPictures(scope, digestId, ids) : [];
}

/** Bytes that are not there are no file: it is tried again, and then says so. */
async function readPicture(
  store: AttachmentStore | undefined,
  pictures: readonly KeptPicture[],
  { id, sha256 }: DigestPicture,
): Promise<Uint8Array> {
  const kept = pictures.find((each) => each.id === id && each.storedSha256 === sha256);
  const bytes = kept ? await store?.read(keyOf(kept)) : null;
  if (!bytes) throw new Error(`the bytes of picture ${id} are not there`);
  return bytes;
}

/** Tells how far it is, one write after the other; a write that fails only leaves the bar where it was. */
function progressOf(making: Making, fileId: string): (part: number) => void {
  let tail = Promise.resolve();
  return (part) => {
    const percent = Math.min(95, 5 + Math.round(part * 90));
    const text = `update digest_file set progress = $3 where county_code = $1 and id = $2 and state = 'RUNNING' and progress < $3`;
    const write = () => inStep(making, (scope) => scope.rows(text, [scope.county, fileId, percent]));
    tail = tail.then(write).then(
      () => {},
      () => {},
    );
  };
}

interface Made {
  bytes: Uint8Array;
  sha256: string;
  contentHash: string;
}

async function finish(scope: Scope, fileId: string, { bytes, sha256, contentHash }: Made): Promise<void> {
  const digest = await scope.row<Pick<Digest, 'id' | 'no'>>(
    `update digest_file set state = 'READY', progress = 100, bytes = $3, sha256 = $4, size = $5, content_hash = $6, error = null
     where county_code = $1 and id = $2
     returning digest_id as id, (select d.no from digest d where d.county_code = $1 and d.id = digest_id) as no`,
    [scope.county, fileId, Buffer.from(bytes), sha256, bytes.byteLength, contentHash],
  );
  if (digest) await tellOf(scope, digestNoun, digest, 'DIGEST_FILE_READY');
}

/** Back into the queue; after the last try a reader is told, in words without the inside. */
async function giveUp(scope: Scope, fileId: string, isLast: boolean): Promise<void> {
  const error = isLast ? NOT_MADE[0] : null;
  await scope.rows(
    `update digest_file set state = $3, progress = 0, error = $4 where county_code = $1 and id = $2 and state <> 'READY'`,
    [scope.county, fileId, isLast ? 'FAILED' : 'QUEUED', error],
  );
}
