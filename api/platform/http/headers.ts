import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Env } from '../../env.ts';
import { cookiesOf } from '../gate/cookies.ts';
import { isOwnHost } from '../gate/gate.ts';

/** What a page of ours may load: itself, nothing from elsewhere. Styles are set by the component libraries at run time. */
const contentSecurityPolicy = (origins: readonly string[]) =>
  [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    // A voice note that was just recorded is played before it is sent.
    "media-src 'self' blob:",
    // 'self' covers our socket in current browsers; those before 2022 want it named.
    `connect-src 'self' ${origins.map((origin) => origin.replace(/^http/, 'ws')).join(' ')}`,
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

/** Nothing of a device is used but the clipboard, and the microphone for voice notes; pictures are taken by the device's own camera, whose page needs no leave. */
const PERMISSIONS_POLICY = [
  ...['accelerometer', 'browsing-topics', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer'],
  ...['midi', 'payment', 'serial', 'usb'],
]
  .map((name) => `${name}=()`)
  .concat('microphone=(self)')
  .join(', ');

type Parts = { env: Env; log: Logger };

/** What is said with every answer, whatever it is, and to whom nothing is answered. */
export function registerHeaders(app: FastifyInstance, { env, log }: Parts): void {
  const origins = env.PUBLIC_ORIGIN;
  const headers: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'content-security-policy': contentSecurityPolicy(origins),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': PERMISSIONS_POLICY,
    ...(cookiesOf(origins).isSecure && { 'strict-transport-security': 'max-age=31536000' }),
  };
  app.addHook('onSend', (_request, reply, _payload, done) => {
    for (const name in headers) if (!reply.hasHeader(name)) reply.header(name, headers[name]);
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done();
  });
  const once = warner(log);
  const isUntrusting = env.TRUST_PROXY === false;
  app.addHook('onRequest', (request, reply, done) => {
    if (isUntrusting && isForwarded(request.headers))
      once('a proxy stands in front and TRUST_PROXY is off: to throttling everybody has the one address of the proxy');
    if (isOwnHost(request.headers.host, origins) || request.url.startsWith('/health/')) return void done();
    once('a request names a host that PUBLIC_ORIGIN does not: it is refused', { host: request.headers.host });
    reply.code(421).send({ error: 'This is not the address of the system: PUBLIC_ORIGIN names it' });
  });
}

const isForwarded = (headers: IncomingHttpHeaders) =>
  'x-forwarded-for' in headers || 'forwarded' in headers || 'x-real-ip' in headers;

/** One line a process: what is set wrongly comes with every request. */
function warner(log: Logger): (text: string, detail?: object) => void {
  const said = new Set<string>();
  return (text, detail = {}) => {
    if (said.has(text)) return;
    said.add(text);
    log.warn(detail, text);
  };
}
