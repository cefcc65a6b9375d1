import { hash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LIMITS } from '@lxq/schema/limits.ts';
import { v7 } from 'uuid';
import type { Account } from '../testing/fixture.ts';
import { linkOf } from './attachment.links.ts';
import { pdf, picture } from './attachment-files.testing.ts';
import { type Person, type Post, partOf, startPost } from './attachment-server.testing.ts';

/* Who gets a byte of an attachment: exactly who sees its report today. To everybody else it is not there, and nothing tells it from what never was. */
let post: Post;
beforeAll(async () => {
  post = await startPost();
});
afterAll(() => post.close());

const EVERYBODY = [
  ...(['officer', 'officer2', 'poplarOfficer', 'otherOfficer', 'head', 'clerk', 'otherClerk', 'townLeader'] as const),
  ...(['bureau', 'county', 'director', 'leader', 'analyst', 'discipline', 'admin'] as const),
  ...(['foreignClerk', 'foreignOfficer'] as const),
] satisfies Account[];
const COUNTY: Account[] = ['county', 'director', 'leader', 'analyst', 'discipline'];
const SEEN: Record<string, readonly Account[]> = {
  LINE: ['officer', 'head', 'clerk', 'townLeader', ...COUNTY],
  DIRECT: ['officer', ...COUNTY],
  SEALED: ['officer', 'discipline'],
};

/** All that an answer says, but for when. */
async function whole(answer: Response): Promise<unknown> {
  const { date: _date, ...headers } = Object.fromEntries(answer.headers);
  return { status: answer.status, headers, body: await answer.text() };
}
const tokenHashOf = (person: Person) => hash('sha256', person.bearer.authorization.slice('Bearer '.length));
const SIZES = ['full', 'thumbnail'] as const;
/** Whoever has a session can make its links: they know its token. What a link opens is asked of their rights. */
const linksOf = (person: Person, id: string, now = new Date()) =>
  SIZES.map((size) => linkOf(tokenHashOf(person), id, size, now));

test.each(['LINE', 'DIRECT', 'SEALED'])('of a report %s', async (line) => {
  const officer = await post.as('officer');
  const changes = line === 'SEALED' ? { topic: 'CONDUCT' } : { line };
  const part = partOf(await picture());
  const { id, attachments } = await officer.reports([part], changes);
  const [{ id: attachment }] = attachments;
  expect(await officer.upload(attachment, part.bytes)).toBe(204);
  for (const account of EVERYBODY) {
    const person = await post.as(account);
    const sees = SEEN[line]?.includes(account);
    const report = await person.shows(id);
    expect([account, report.attachments?.length ?? 0]).toEqual([account, sees ? 1 : 0]);
    for (const [i, link] of linksOf(person, attachment).entries()) {
      const answer = await person.get(link);
      expect([account, answer.status]).toEqual([account, sees ? 200 : 404]);
      const absent = await person.get(linksOf(person, v7())[i] as string);
      if (!sees) expect(await whole(answer)).toEqual(await whole(absent));
      else expect([report.attachments[0].url, report.attachments[0].thumbnailUrl][i]).toBe(link);
    }
  }
});

test('a link is of one session, one size, one attachment and some minutes, and says nothing when it is not', async () => {
  const [officer, clerk] = [await post.as('officer'), await post.as('clerk')];
  const { attachment } = await officer.sends(partOf(await picture()));
  const link: string = attachment.url;
  expect((await officer.get(link)).status).toBe(200);
  const absent = await whole(await officer.get(linksOf(officer, v7())[0] as string));
  const minutes = (n: number) => new Date(Date.now() + n * 60_000);
  const { linkMinutes } = LIMITS.attachment;
  const { attachment: document } = await officer.sends(partOf(pdf(), 'FILE'));
  const wrong = {
    'in another session': await clerk.get(link),
    'with no session': await fetch(`${officer.server.address}${link}`),
    'with a session that is none': await fetch(`${officer.server.address}${link}`, {
      headers: { cookie: `lxq_session=${'x'.repeat(40)}` },
    }),
    'of another attachment': await officer.get(link.replace(attachment.id, document.id)),
    'of another size': await officer.get(link.replace('size=full', 'size=thumbnail')),
    'of a size there is not': await officer.get(link.replace('size=full', 'size=raw')),
    'made to last': await officer.get(link.replace(/until=\d/, 'until=9')),
    'signed by nobody': await officer.get(link.replace(/by=.*/, 'by=')),
    'signed otherwise': await officer.get(link.replace(/by=./, 'by=_')),
    'run out': await officer.get(linksOf(officer, attachment.id, minutes(-3 * linkMinutes))[0] as string),
    'of later': await officer.get(linksOf(officer, attachment.id, minutes(3 * linkMinutes))[0] as string),
    bare: await officer.get(`/attachments/${attachment.id}`),
    'of no id': await officer.get(linksOf(officer, 'nothing')[0] as string),
    'to a small form that there is not': await officer.get(linksOf(officer, document.id)[1] as string),
    'of what was refused': await officer.get(
      linksOf(officer, (await officer.sends(partOf(Buffer.from('x')))).attachment.id)[0] as string,
    ),
    'of what has not come': await officer.get(
      linksOf(officer, (await officer.reports([partOf(await picture())])).attachments[0].id)[0] as string,
    ),
  };
  for (const [what, answer] of Object.entries(wrong)) expect([what, await whole(answer)]).toEqual([what, absent]);
});

test('who saw it does not any more, once the report is sealed: neither a byte, nor that it has not changed', async () => {
  const [officer, clerk] = [await post.as('officer'), await post.as('clerk')];
  const { report, attachment } = await officer.sends(partOf(await picture()));
  const link = linksOf(clerk, attachment.id)[0] as string;
  const seen = await clerk.get(link);
  expect(seen.status).toBe(200);
  await clerk.ask('mutation ($id: ID!) { triageReport(id: $id, version: 1, topic: "CONDUCT") { id } }', {
    id: report.id,
  });
  const absent = await whole(await clerk.get(linksOf(clerk, v7())[0] as string));
  expect(await whole(await clerk.get(link, { 'if-none-match': seen.headers.get('etag') as string }))).toEqual(absent);
  expect((await officer.get(attachment.url)).status).toBe(200);
});

test('half an upload is nobody else’s: by its address, nor behind an address of their own', async () => {
  const [officer, other] = [await post.as('officer'), await post.as('officer2')];
  const begun = async (person: Person) => {
    const part = partOf(await picture());
    const { attachments } = await person.reports([part]);
    await person.begin(attachments[0].id, part.bytes.length);
    return { id: attachments[0].id as string, part };
  };
  const [theirs, own] = [await begun(officer), await begun(other)];
  const sent = theirs.part.bytes.subarray(0, 100);
  expect((await officer.patch(theirs.id, 0, sent)).status).toBe(204);
  const to: Record<string, (id: string) => string> = {
    'by its address': (id) => id,
    'in a query': (id) => `${own.id}?x=/${id}`,
    'in a query, encoded': (id) => `${own.id}?x=%2F${id}`,
    'behind two strokes': (id) => `${own.id}//${id}`,
    'behind a mark': (id) => `${own.id};/${id}`,
  };
  const headers = { 'upload-offset': '100', 'content-type': 'application/offset+octet-stream' };
  for (const [how, address] of Object.entries(to))
    for (const method of ['HEAD', 'PATCH']) {
      const asks = async (id: string) => {
        const body = method === 'PATCH' ? theirs.part.bytes.subarray(100, 200) : undefined;
        const answer = await other.send(method, `/attachments/${address(id)}`, headers, body);
        // Where there is no such route, it says the address that was asked for.
        return JSON.stringify(await whole(answer)).replaceAll(id, 'ID');
      };
      const said = await asks(theirs.id);
      expect([how, said]).toEqual([how, expect.stringContaining('"status":404')]);
      expect([how, said]).toEqual([how, await asks(v7())]);
    }
  expect((await other.send('POST', `/attachments?x=/${theirs.id}`, { 'upload-length': '9' })).status).toBe(404);
  expect((await officer.head(theirs.id)).headers.get('upload-offset')).toBe('100');
  expect((await officer.patch(theirs.id, 100, theirs.part.bytes.subarray(100))).status).toBe(204);
  expect((await other.patch(own.id, 0, own.part.bytes)).status).toBe(204);
});
