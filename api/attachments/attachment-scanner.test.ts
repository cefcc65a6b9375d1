import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { readEnv } from '../env.ts';
import { ATTACHMENT_WORDS, REFUSAL_WORDS } from './attachment.words.ts';
import { pdf, picture } from './attachment-files.testing.ts';
import { type Person, type Post, partOf, startPost, storedIn } from './attachment-server.testing.ts';

/* A county's scanner: asked before anything is looked at, believed, and waited for. */

const HARM = 'X5O!P%@AP[4-PZX54(P^)7CC)7}-NO-VIRUS';
/** As clamd speaks: a command, pieces each after its length, nothing; then a verdict. */
class Scanner {
  readonly seen: Buffer[] = [];
  answers: 'verdicts' | 'errors' | 'nothing' = 'verdicts';
  private readonly lines = new Set<Socket>();
  private readonly server: Server = createServer((line) => void this.hear(line).catch(() => line.destroy()));
  port = 0;
  async start(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }
  async stop(): Promise<void> {
    for (const line of this.lines) line.destroy();
    this.server.close();
    await once(this.server, 'close');
  }
  private async hear(line: Socket): Promise<void> {
    this.lines.add(line);
    let heard = Buffer.alloc(0);
    for await (const piece of line) {
      heard = Buffer.concat([heard, piece as Buffer]);
      const whole = wholeIn(heard);
      if (!whole) continue;
      this.seen.push(whole);
      if (this.answers === 'nothing') return void line.destroy();
      const verdict = whole.includes(HARM) ? 'stream: Win.Test.EICAR_HDB-1 FOUND' : 'stream: OK';
      line.end(`${this.answers === 'errors' ? 'INSTREAM size limit exceeded. ERROR' : verdict}\0`);
    }
  }
}
/** What was sent, once all of it has come. */
function wholeIn(heard: Buffer): Buffer | undefined {
  const begin = heard.indexOf(0) + 1;
  if (begin === 0) return undefined;
  expect(heard.toString('latin1', 0, begin)).toBe('zINSTREAM\0');
  const pieces: Buffer[] = [];
  for (let at = begin; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    if (at + 4 + length > heard.length) return undefined;
    pieces.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

let scanner: Scanner;
let post: Post;
let officer: Person;
beforeAll(async () => {
  scanner = new Scanner();
  await scanner.start();
  post = await startPost({ ATTACHMENT_SCANNER: `tcp://127.0.0.1:${scanner.port}`, LOG_LEVEL: 'silent' });
  officer = await post.as('officer');
});
afterAll(async () => {
  await post.close();
  await scanner.stop();
});
afterEach(() => {
  scanner.answers = 'verdicts';
});

test('every byte of what comes is shown to it, and what it calls harmless arrives', async () => {
  for (const part of [partOf(await picture(900, 900)), partOf(pdf(`${'x'.repeat(300_000)}%%EOF`), 'FILE')]) {
    scanner.seen.length = 0;
    expect((await officer.sends(part)).attachment).toMatchObject({ state: 'ARRIVED' });
    expect(scanner.seen).toEqual([part.bytes]);
  }
});

test('what it finds something in is refused in words, and nothing of it is kept', async () => {
  const before = await storedIn(post);
  const { attachment } = await officer.sends(partOf(pdf(`${HARM}%%EOF`), 'FILE'));
  expect(attachment).toMatchObject({ state: 'REFUSED', refusal: REFUSAL_WORDS.HARMFUL[0], url: null });
  expect(await storedIn(post)).toEqual(before);
});

test.each(['stopped', 'errors', 'nothing'] as const)(
  'while it is away, or says nothing of use (%s), what came waits unserved and is asked about again',
  async (how) => {
    if (how === 'stopped') await scanner.stop();
    else scanner.answers = how;
    const before = await storedIn(post);
    const part = partOf(await picture());
    const { id, attachments } = await officer.reports([part]);
    const [{ id: attachment }] = attachments;
    expect((await officer.begin(attachment, part.bytes.length)).status).toBe(201);
    const answer = await officer.patch(attachment, 0, part.bytes);
    expect([answer.status, (await answer.text()).trim()]).toEqual([503, ATTACHMENT_WORDS.unscanned[0]]);
    expect((await officer.shows(id)).attachments).toMatchObject([{ state: 'AWAITED', url: null, thumbnailUrl: null }]);
    const again = await officer.head(attachment);
    expect([again.status, Number(again.headers.get('retry-after'))]).toEqual([503, 60]);
    expect(await storedIn(post)).toEqual(before);
    if (how === 'stopped') await scanner.start();
    scanner.answers = 'verdicts';
    // Nothing is sent once more: all of it is here.
    expect((await officer.head(attachment)).status).toBe(200);
    expect((await officer.shows(id)).attachments).toMatchObject([{ state: 'ARRIVED' }]);
  },
);

test.each(['127.0.0.1:3310', 'http://127.0.0.1:3310', 'tcp://127.0.0.1'])('%s is no scanner’s address', (address) => {
  expect(() => readEnv({ ATTACHMENT_SCANNER: address })).toThrow('tcp://127.0.0.1:3310');
});
