import { createHmac, hash } from 'node:crypto';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { startFauxqs } from 'fauxqs';

export const BUCKET = { S3_BUCKET: 'matters', S3_KEY: 'OURS', S3_SECRET: 'SECRET', S3_REGION: 'us-east-1' };

export interface Bucket {
  endpoint: string;
  /** What came in, in its order: PUT, POST ?uploads, PUT ?partNumber=2, DELETE ?uploadId… */
  asked: string[];
  /** Cuts the line in the middle of what is asked so, however often it is tried. */
  cut?: ((asked: string) => boolean) | undefined;
  close(): Promise<void>;
}

/** A bucket on this machine that lets nobody in whose signature, or whose bytes, are not ours: the server behind the door keeps and answers, and looks at no signature. Of one body it takes 11 MB. */
export async function startBucket(): Promise<Bucket> {
  const behind = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  behind.createBucket(BUCKET.S3_BUCKET);
  const door = createServer((incoming, answer) => void pass(incoming, answer));
  const bucket: Bucket = {
    ...{ endpoint: '', asked: [] },
    close: async () => {
      door.closeAllConnections();
      await new Promise((resolve) => door.close(resolve));
      await behind.stop();
    },
  };
  async function pass(incoming: IncomingMessage, answer: ServerResponse) {
    const { method = '', url = '', headers } = incoming;
    const { searchParams } = new URL(url, 'http://bucket');
    const told = ['uploads', 'partNumber', 'uploadId'].find((name) => searchParams.has(name));
    const value = told === 'partNumber' ? `=${searchParams.get(told)}` : '';
    const asked = `${method}${told ? ` ?${told}${value}` : ''}`;
    bucket.asked.push(asked);
    if (bucket.cut?.(asked)) return void incoming.once('data', () => incoming.destroy());
    const body = await buffer(incoming);
    if (!isSigned(incoming, body)) return void answer.writeHead(403).end();
    const on = request({ port: behind.port, host: '127.0.0.1', method, path: url, headers }, (theirs) => {
      answer.writeHead(theirs.statusCode as number, theirs.headers);
      theirs.pipe(answer);
    });
    on.end(body);
  }
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  bucket.endpoint = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  return bucket;
}

/** AWS Signature Version 4, as its documentation has it; of the bytes too, as over plain HTTP they are signed. */
function isSigned({ method, url = '', headers }: IncomingMessage, body: Buffer): boolean {
  const told = /Credential=([^/]+)\/(\d+)\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(
    headers.authorization ?? '',
  );
  const [, key, day, region, signed = '', signature] = told ?? [];
  const content = headers['x-amz-content-sha256'];
  if (!told || key !== BUCKET.S3_KEY || content !== hash('sha256', body)) return false;
  const { pathname, searchParams } = new URL(url, 'http://bucket');
  const query = [...searchParams].map((pair) => pair.map(encodeURIComponent).join('=')).sort();
  const names = signed.split(';');
  const asked = [
    ...[method, pathname, query.join('&')],
    ...names.map((name) => `${name}:${String(headers[name]).trim()}`),
    ...['', signed, content],
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash('sha256', asked)].join('\n');
  const mac = (under: string | Buffer, said: string) => createHmac('sha256', under).update(said).digest();
  const day1 = mac(`AWS4${BUCKET.S3_SECRET}`, day as string);
  const under = mac(mac(mac(day1, region as string), 's3'), 'aws4_request');
  return mac(under, text).toString('hex') === signature;
}
