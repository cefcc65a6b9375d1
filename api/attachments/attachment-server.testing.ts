import { hash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { type Account, draft, type Fixture, startFixture } from '../testing/fixture.ts';
import { startServer, type TestServer } from '../testing/server.ts';

export type Kind = 'PHOTO' | 'VOICE' | 'FILE';
/** Bytes on a device, and what it promises of them. */
export interface Part {
  bytes: Buffer;
  draft: { clientId: string; kind: Kind; sha256: string; size: number; name?: string; seconds?: number };
}
export const partOf = (bytes: Buffer, kind: Kind = 'PHOTO', name = '名单.pdf'): Part => ({
  bytes,
  draft: {
    ...{ clientId: v7(), kind, sha256: hash('sha256', bytes), size: bytes.length },
    ...(kind === 'FILE' && { name }),
    ...(kind === 'VOICE' && { seconds: 12 }),
  },
});

export const ATTACHMENT =
  'id clientId kind state sha256 size name seconds refusal mediaType width height url thumbnailUrl';
const REPORT = `id version state attachmentsPromised attachmentsArrived viewerCanAttach attachments { ${ATTACHMENT} }`;
export const SUBMIT = `mutation ($draft: ReportDraft!) { submitReport(draft: $draft) { isNew report { ${REPORT} } } }`;
export const SHOW = `query ($id: ID!) { report(id: $id) { ${REPORT} } }`;

/** A real server with a folder of its own, and people signed in to it. */
export interface Post {
  fixture: Fixture;
  server: TestServer;
  folder: string;
  as(account: Account): Promise<Person>;
  close(): Promise<void>;
}
export async function startPost(settings: Record<string, string> = {}): Promise<Post> {
  const fixture = await startFixture();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lxq-attachments-'));
  const server = await startServer(fixture, { DATA_DIR: folder, ...settings });
  const people = new Map<Account, Promise<Person>>();
  return {
    ...{ fixture, server, folder },
    as: (account) => {
      const person = people.get(account) ?? server.signIn(account).then((token) => new Person(server, account, token));
      people.set(account, person);
      return person;
    },
    close: async () => {
      await server.stop();
      await fixture.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Where everything lies that is in its store. */
export async function storedIn({ folder }: Post): Promise<string[]> {
  const options = { recursive: true, withFileTypes: true } as const;
  const entries = await readdir(path.join(folder, 'attachments'), options).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

export class Person {
  readonly server: TestServer;
  readonly account: Account;
  readonly bearer: { authorization: string };
  constructor(server: TestServer, account: Account, token: string) {
    this.server = server;
    this.account = account;
    this.bearer = { authorization: `Bearer ${token}` };
  }

  async ask(query: string, variables: Record<string, unknown> = {}): Promise<any> {
    const { body } = await this.server.post({ query, variables }, this.bearer);
    return body.errors ? { error: body.errors[0].message, ...body.errors[0].extensions } : Object.values(body.data)[0];
  }
  /** A report with its manifest; the bytes are not sent yet. */
  async reports(parts: readonly Part[], changes: Record<string, unknown> = {}): Promise<any> {
    const told = draft(this.account, { attachments: parts.map((part) => part.draft), ...changes });
    const receipt = await this.ask(SUBMIT, { draft: told });
    return receipt.report ?? receipt;
  }
  async shows(id: string): Promise<any> {
    return this.ask(SHOW, { id });
  }

  begin(id: string, size: number, headers: Record<string, string> = {}): Promise<Response> {
    return this.send('POST', '/attachments', {
      'upload-length': String(size),
      'upload-metadata': `attachment ${Buffer.from(id).toString('base64')}`,
      ...headers,
    });
  }
  head(id: string): Promise<Response> {
    return this.send('HEAD', `/attachments/${id}`);
  }
  patch(id: string, offset: number, bytes: Buffer): Promise<Response> {
    return this.send(
      'PATCH',
      `/attachments/${id}`,
      { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
      bytes,
    );
  }
  /** From beginning to end; the status of the last answer. */
  async upload(id: string, bytes: Buffer): Promise<number> {
    const begun = await this.begin(id, bytes.length);
    if (begun.status !== 201) return begun.status;
    return (await this.patch(id, 0, bytes)).status;
  }
  /** A report with one part whose bytes have been sent; what became of it. */
  async sends(part: Part): Promise<{ status: number; report: any; attachment: any }> {
    const { id, attachments, ...refused } = await this.reports([part]);
    if (!attachments) throw new Error(JSON.stringify(refused));
    const status = await this.upload(attachments[0].id, part.bytes);
    const report = await this.shows(id);
    return { status, report, attachment: report.attachments[0] };
  }
  get(link: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.server.address}${link}`, { headers: { ...this.bearer, ...headers } });
  }

  send(method: string, to: string, headers: Record<string, string> = {}, bytes?: Buffer): Promise<Response> {
    return fetch(`${this.server.address}${to}`, {
      ...{ method, body: bytes && new Uint8Array(bytes) },
      headers: { ...this.bearer, 'tus-resumable': '1.0.0', ...headers },
    });
  }
}
