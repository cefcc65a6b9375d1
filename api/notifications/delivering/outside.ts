import { lookup } from 'node:dns';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { isOwnGateway } from '../channels/channel.settings.ts';

/** For all of a call, from looking the name up to the last byte. */
const PATIENCE_MS = 5_000;
/** Of an answer nothing is read beyond. */
const ANSWER_BYTES = 64 * 1024;

export interface Answer {
  status: number;
  text: string;
  retryAfter: string | undefined;
}

/**
 * Calls a service outside the house. What is looked up for its name has to be an address of the world, unless a setting names it (isOwnGateway): it is this
 * very address that is called, so that no second look-up may answer otherwise. Redirects are answers like any other and followed by nobody.
 */
export function callOutside(
  url: URL,
  { headers, body }: { headers: Record<string, string>; body: string | Buffer },
): Promise<Answer> {
  const call = url.protocol === 'https:' ? overHttps : overHttp;
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return new Promise((resolve, reject) => {
    const asked = call(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        signal,
        agent: false,
        lookup: isOwnGateway(url) ? (lookup as LookupFunction) : lookUpOutside,
      },
      (response) => {
        const parts: Buffer[] = [];
        let length = 0;
        const end = () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(parts).toString('utf8'),
            retryAfter: response.headers['retry-after'],
          });
        response.on('data', (part: Buffer) => {
          length += part.length;
          if (length > ANSWER_BYTES) return void response.destroy();
          parts.push(part);
        });
        response.on('end', end).on('error', reject).on('close', end);
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

const isOfTheWorld = (address: string) => ipaddr.process(address).range() === 'unicast';

const lookUpOutside: LookupFunction = (host, options, then) =>
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return then(error, '', 0);
    const open = found.filter(({ address }) => isOfTheWorld(address));
    const [first] = open;
    if (!first) return then(Object.assign(new Error(`${host} leads inside`), { code: 'EACCES' }), '', 0);
    if (options.all) return then(null, open as never);
    then(null, first.address, first.family);
  });
