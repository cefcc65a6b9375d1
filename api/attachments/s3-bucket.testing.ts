import { createHmac, hash } from 'node:crypto';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import S3rver from 's3rver';

export const BUCKET = { S3_BUCKET: 'matters', S3_KEY: 'S3RVER', S3_SECRET: 'S3RVER', S3_REGION: 'us-east-1' };

/** A bucket on this machine that lets nobody in whose signature is not ours: s3rver keeps and answers, and looks at no signature of today's kind. */
export async function startBucket(directory: string): Promise<{ endpoint: string; close(): Promise<void> }> {
  const bucket = new S3rver({
    ...{ port: 0, address: '127.0.0.1', silent: true, directory },
    configureBuckets: [{ name: BUCKET.S3_BUCKET, configs: [] }],
  });
  const { port } = await bucket.run();
  const door = createServer((incoming, answer) => {
    if (!isSigned(incoming)) return void answer.writeHead(403).end();
    const { method, url, headers } = incoming;
    const on = request({ port, host: '127.0.0.1', method, path: url, headers }, (theirs) => {
      answer.writeHead(theirs.statusCode as number, theirs.headers);
      theirs.pipe(answer);
    });
    incoming.pipe(on);
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    close: async () => {
      door.closeAllConnections();
      await new Promise((resolve) => door.close(resolve));
      await bucket.close();
    },
  };
}
export const bucketIn = (folder: string) => startBucket(path.join(folder, 'bucket'));

/** AWS Signature Version 4, as its documentation has it. */
function isSigned({ method, url = '', headers }: IncomingMessage): boolean {
  const told = /Credential=([^/]+)\/(\d+)\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(
    headers.authorization ?? '',
  );
  const [, key, day, region, signed = '', signature] = told ?? [];
  if (!told || key !== BUCKET.S3_KEY) return false;
  const { pathname, searchParams } = new URL(url, 'http://bucket');
  const query = [...searchParams].map((pair) => pair.map(encodeURIComponent).join('=')).sort();
  const names = signed.split(';');
  const asked = [
    ...[method, pathname, query.join('&')],
    ...names.map((name) => `${name}:${String(headers[name]).trim()}`),
    ...['', signed, headers['x-amz-content-sha256']],
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash('sha256', asked)].join('\n');
  const mac = (under: string | Buffer, said: string) => createHmac('sha256', under).update(said).digest();
  const day1 = mac(`AWS4${BUCKET.S3_SECRET}`, day as string);
  const under = mac(mac(mac(day1, region as string), 's3'), 'aws4_request');
  return mac(under, text).toString('hex') === signature;
}
