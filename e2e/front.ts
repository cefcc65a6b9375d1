import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';

/** What stands before the platform, as a county's proxy does. */
export interface Front {
  url: string;
  /** From now on the service worker is another, and the pieces that it does not name are gone. */
  release(): void;
  /** The server's answers say that it is so many milliseconds earlier than it is. */
  setBack(by: number): void;
  close(): void;
}

/** A piece that the next version has no longer. */
const GONE = /assets\/PhoneAccount-/;

export async function startFront(platform: string): Promise<Front> {
  let isNext = false;
  let back = 0;
  const dated = (headers: http.IncomingHttpHeaders) =>
    back === 0 ? headers : { ...headers, date: new Date(Date.now() - back).toUTCString() };
  const server = http.createServer((asked, answer) => {
    if (isNext && GONE.test(asked.url ?? '')) return answer.writeHead(404).end();
    const { host: _host, 'accept-encoding': _encoding, ...headers } = asked.headers;
    const onward = http.request(
      new URL(asked.url ?? '/', platform),
      { method: asked.method ?? 'GET', headers: { ...headers, origin: platform } },
      (given) => {
        if (asked.url !== '/sw.js') {
          answer.writeHead(given.statusCode ?? 500, dated(given.headers));
          given.pipe(answer);
          return;
        }
        let text = '';
        given.setEncoding('utf8').on('data', (part) => (text += part));
        given.on('end', () => {
          const { 'content-length': _length, ...rest } = given.headers;
          answer.writeHead(200, rest);
          answer.end(isNext ? released(text) : text);
        });
      },
    );
    asked.pipe(onward);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    release: () => {
      isNext = true;
    },
    setBack: (by) => {
      back = by;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The next version's own list names none of the pieces that are gone. */
const released = (text: string) =>
  `${text.replace(/\{url:"assets\/[^}]+\},?/g, (piece) => (GONE.test(piece) ? '' : piece))}\n// the next version`;

/** As the hourly look, or a start of the app, would find it. */
export const lookForIt = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    // Refused while the page looks for it by itself; what a cut line has ended is begun anew at the next look.
    for (let tries = 0; tries < 80 && !registration.waiting; tries++) {
      if (!registration.installing) await registration.update().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    const { waiting, installing, active } = registration;
    if (!waiting) throw new Error(`no version waits: ${installing?.state} after ${active?.state}`);
  });
