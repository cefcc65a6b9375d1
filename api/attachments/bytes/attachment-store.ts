import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { S3Driver } from 'flydrive/drivers/s3';
import type { Env } from '../../env.ts';
import type { Attachment } from '../attachment.entity.ts';
import type { Size } from '../attachment.links.ts';

/** What is larger goes to a bucket in parts of so much, so that after a cut a part is sent again and not all of it. */
const PART = 8 * 1024 * 1024;
interface Bucket {
  client: S3Client;
  name: string;
}

/** Where the bytes are kept, on a disk or in a bucket. Nobody reaches them but through the server, which asks who may. */
export class AttachmentStore {
  private readonly disk: Disk;
  private readonly bucket: Bucket | undefined;
  constructor(disk: Disk, bucket?: Bucket) {
    this.disk = disk;
    this.bucket = bucket;
  }

  /** Written over what stands there: under one key there is one content. */
  put(key: string, bytes: Uint8Array): Promise<unknown> {
    return this.bucket && bytes.length > PART ? putInParts(this.bucket, key, bytes) : this.disk.put(key, bytes);
  }
  /** Of what nobody has whole: it is written as it comes, and is there when all of it has. */
  putStream(key: string, bytes: Readable): Promise<unknown> {
    return this.bucket ? putInParts(this.bucket, key, bytes) : this.disk.putStream(key, bytes);
  }
  async open(key: string): Promise<Readable | null> {
    return (await this.disk.exists(key)) ? this.disk.getStream(key) : null;
  }
  async read(key: string): Promise<Uint8Array | null> {
    return (await this.disk.exists(key)) ? this.disk.getBytes(key) : null;
  }
  remove(key: string): Promise<void> {
    return this.disk.delete(key);
  }
  async writtenAt(key: string): Promise<Date> {
    return (await this.disk.getMetaData(key)).lastModified;
  }
  /** Every key, some hundreds at a time. */
  async *keys(): AsyncGenerator<string[]> {
    for (let paginationToken: string | undefined, isFirst = true; isFirst || paginationToken; isFirst = false) {
      const page = await this.disk.listAll('', { recursive: true, paginationToken });
      yield [...page.objects].flatMap((object) => (object.isFile ? [object.key] : []));
      paginationToken = page.paginationToken;
    }
  }
}

/** There when the last part has come, whole; where one fails for good those before it are let go of. */
const putInParts = ({ client, name }: Bucket, key: string, bytes: Uint8Array | Readable): Promise<unknown> =>
  new Upload({ client, partSize: PART, queueSize: 2, params: { Bucket: name, Key: key, Body: bytes } }).done();

type Settings = Pick<Env, 'DATA_DIR' | 'S3_ENDPOINT' | 'S3_BUCKET' | 'S3_REGION' | 'S3_KEY' | 'S3_SECRET'>;
export function openStore({
  DATA_DIR,
  S3_ENDPOINT,
  S3_BUCKET,
  S3_REGION,
  S3_KEY,
  S3_SECRET,
}: Settings): AttachmentStore {
  if (!S3_BUCKET)
    return new AttachmentStore(
      new Disk(new FSDriver({ location: resolve(DATA_DIR, 'attachments'), visibility: 'private' })),
    );
  const client = new S3Client({
    ...(S3_ENDPOINT && { endpoint: S3_ENDPOINT }),
    region: S3_REGION,
    credentials: { accessKeyId: S3_KEY as string, secretAccessKey: S3_SECRET as string },
    // What stands beside the county's own servers seldom knows names of buckets as hosts, or ACLs.
    forcePathStyle: true,
  });
  const driver = new S3Driver({ client, bucket: S3_BUCKET, visibility: 'private', supportsACL: false });
  return new AttachmentStore(new Disk(driver), { client, name: S3_BUCKET });
}

/** Of one thing the same bytes are kept once, however often they are shown. */
export const keyOf = (
  { countyCode, subjectId, storedSha256 }: Pick<Attachment, 'countyCode' | 'subjectId' | 'storedSha256'>,
  size: Size = 'full',
): string => `${countyCode}/${subjectId}/${storedSha256}${size === 'full' ? '' : '.small'}`;
