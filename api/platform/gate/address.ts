import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import type { Env } from '../../env.ts';

/** Where a request comes from behind the proxies that TRUST_PROXY names: what `request.ip` is over HTTP. */
export function addressReader(given: Env['TRUST_PROXY']): (request: IncomingMessage) => string {
  const trust =
    typeof given === 'string'
      ? proxyAddr.compile(given.split(',').map((network) => network.trim()))
      : typeof given === 'number'
        ? (_address: string, hop: number) => hop < given
        : () => given;
  return (request) => proxyAddr(request, trust);
}
