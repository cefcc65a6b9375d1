import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Speak } from './speaking.ts';

/** An answer given in place of ours: a status with headers and a page, or a line that is cut, before or after the bytes were stored. */
export type Fault = { status: number; headers?: Record<string, string>; body?: string } | 'cut' | 'cut after';

/** What tus 1.0 asks of a server, with everything that may come between. Faults are met one after the other by requests of their method. */
export async function startTus() {
  const uploads = new Map<string, { attachment: string; length: number; bytes: Buffer }>();
  const faults: [method: string, fault: Fault][] = [];
  const asked: string[] = [];
  let made = 0;

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk as Buffer);
    const { method = '', url = '' } = request;
    asked.push(method);
    const place = faults.findIndex(([of]) => of === method);
    const fault = place < 0 ? undefined : faults.splice(place, 1)[0]?.[1];
    if (fault === 'cut') return void request.socket.destroy();
    if (typeof fault === 'object') return void response.writeHead(fault.status, fault.headers).end(fault.body);
    const [status, headers] = take(method, url, request, Buffer.concat(body));
    if (fault === 'cut after') return void request.socket.destroy();
    response.writeHead(status, { 'tus-resumable': '1.0.0', ...headers }).end();
  }

  function take(
    method: string,
    url: string,
    { headers }: IncomingMessage,
    body: Buffer,
  ): [number, Record<string, string>] {
    if (method === 'POST') {
      const attachment = Buffer.from(String(headers['upload-metadata']).split(' ')[1] ?? '', 'base64').toString();
      const id = `/attachments/up-${++made}`;
      uploads.set(id, { attachment, length: Number(headers['upload-length']), bytes: Buffer.alloc(0) });
      return [201, { location: id }];
    }
    const upload = uploads.get(url);
    if (!upload) return [404, {}];
    if (method === 'PATCH') {
      if (Number(headers['upload-offset']) !== upload.bytes.length) return [409, {}];
      upload.bytes = Buffer.concat([upload.bytes, body]);
    }
    return [
      method === 'PATCH' ? 204 : 200,
      { 'upload-offset': String(upload.bytes.length), 'upload-length': String(upload.length) },
    ];
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}/attachments`,
    uploads,
    asked,
    fail: (method: string, ...many: Fault[]) => faults.push(...many.map((fault) => [method, fault] as [string, Fault])),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Node has no XMLHttpRequest; what browsers do with theirs is seen by the stories of photos. */
export const overFetch: Speak = async ({ method, url, headers, body }, _moving, signal) => {
  const answer = await fetch(url, { method, headers, body: body ?? null, redirect: 'manual', signal });
  const text = await answer.text();
  return { status: answer.status, body: text, header: (name) => answer.headers.get(name) };
};
