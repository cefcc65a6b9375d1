import { expect, test } from '@jest/globals';
import { failureOf } from '../ui/failure.ts';
import { deliveryOver } from './delivery.ts';
import { type Draft, newDraft } from './draft.ts';

const PLACE = { code: '990101101201000', fullName: '东关镇 柳林村', isOutside: false };
const draft: Draft = newDraft({ personId: 'anna', postId: 'officer-3' }, PLACE);
draft.fields.content = '  村东头水井塌了，三十户吃水困难，请尽快派人来看。 ';

const report = { id: 'r1', no: '2026-000007', attachments: [] as unknown };
const PROOF = { storedId: 'r1', no: '2026-000007', attachments: [] };
const receipt = { clientId: draft.clientId, isNew: true, report };

/** A server that answers in turn: objects as JSON, strings as they are, errors as a broken connection. */
function over(...answers: (unknown | Error)[]) {
  const asked: { query: string; variables: Record<string, unknown> }[] = [];
  const fetcher = (async (_url: string, init: RequestInit) => {
    const answer = answers[asked.length];
    asked.push(JSON.parse(String(init.body)));
    if (answer instanceof Error) throw answer;
    if (answer instanceof Response) return answer;
    return new Response(typeof answer === 'string' ? answer : JSON.stringify(answer));
  }) as unknown as typeof fetch;
  return { delivery: deliveryOver(fetcher, () => 'zh-CN'), asked };
}
const refusal = (code: string) => ({ data: null, errors: [{ message: '不行', extensions: { code } }] });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'sent',
    (error) => failureOf(error).code,
  );

test('a receipt with the draft’s own client id proves delivery', async () => {
  const { delivery, asked } = over({ data: { submitReport: receipt } });
  expect(await delivery.send({ kind: 'report', draft })).toEqual(PROOF);
  expect(asked[0]?.variables.draft).toMatchObject({ clientId: draft.clientId, content: draft.fields.content.trim() });
});

test.each<[string, unknown, string?]>([
  ['a receipt for another client id', { data: { submitReport: { ...receipt, clientId: 'other' } } }],
  ['a receipt without a report', { data: { submitReport: { ...receipt, report: null } } }],
  ['a receipt without its number', { data: { submitReport: { ...receipt, report: { id: 'r1' } } } }],
  [
    'a receipt that says nothing of attachments',
    { data: { submitReport: { ...receipt, report: { ...report, attachments: undefined } } } },
  ],
  [
    'a receipt with half an attachment',
    {
      data: {
        submitReport: {
          ...receipt,
          report: { ...report, attachments: [{ id: 'a1', clientId: 'c1', state: 'ARRIVED' }] },
        },
      },
    },
  ],
  ['an empty answer', { data: null }, 'FOREIGN'],
  ['a sign-in page of the hotel’s network', '<html>welcome</html>', 'FOREIGN'],
])('%s proves nothing', async (_name, answer, code = 'INTERNAL') => {
  expect(await codeOf(over(answer).delivery.send({ kind: 'report', draft }))).toBe(code);
});

test('a broken connection is told from a refusal', async () => {
  expect(await codeOf(over(new TypeError('Failed to fetch')).delivery.send({ kind: 'report', draft }))).toBe('OFFLINE');
  const page = (status: number) => new Response('<html>', { status });
  expect(await codeOf(over(page(403)).delivery.send({ kind: 'report', draft }))).toBe('BLOCKED');
  expect(await codeOf(over(page(413)).delivery.send({ kind: 'report', draft }))).toBe('TOO_LARGE');
  expect(await codeOf(over(page(500)).delivery.send({ kind: 'report', draft }))).toBe('INTERNAL');
  expect(await codeOf(over(Response.redirect('http://portal.example/')).delivery.send({ kind: 'report', draft }))).toBe(
    'FOREIGN',
  );
  expect(await codeOf(over(refusal('REFUSED')).delivery.send({ kind: 'report', draft }))).toBe('REFUSED');
  expect(await codeOf(over(refusal('UNAUTHENTICATED')).delivery.send({ kind: 'report', draft }))).toBe(
    'UNAUTHENTICATED',
  );
});

test('what the server asks to wait for is known, from the answer’s head as well', async () => {
  const busy = new Response('<html>', { status: 429, headers: { 'retry-after': '40' } });
  const error = await over(busy)
    .delivery.send({ kind: 'report', draft })
    .catch((thrown) => thrown);
  expect(failureOf(error)).toMatchObject({ code: 'BUSY', extensions: { retryAfter: 40 } });
});

const photo = { clientId: 'p1', kind: 'PHOTO', sha256: 'aa', size: 3, name: null, seconds: null } as const;
const carried = { id: 'a1', clientId: 'p1', sha256: 'aa', state: 'AWAITED', refusal: null };

test('the manifest goes with the text, in its order, and comes back with what is awaited', async () => {
  const { delivery, asked } = over({
    data: { submitReport: { ...receipt, report: { ...report, attachments: [carried] } } },
  });
  const stored = await delivery.send({ kind: 'report', draft: { ...draft, attachments: [photo] } });
  expect(asked[0]?.variables.draft).toMatchObject({ attachments: [photo] });
  expect(stored.attachments).toEqual([carried]);
});

test('nobody signed in is nobody', async () => {
  expect(await over({ data: { viewer: null } }).delivery.whoAmI()).toBeNull();
});

const AS_SENT = {
  ...{ content: draft.fields.content.trim(), topic: { code: 'T01' }, source: { code: 'S1' }, line: 'LINE' },
  ...{ place: { code: PLACE.code }, outsideAreaReason: null, urgency: 'NORMAL', households: 30, people: null },
  occurredAt: draft.fields.occurredAt.replace('Z', '+00:00'),
};
const told = { topic: { code: 'T01', name: '饮水', nameEn: 'Water' }, source: 'S1', households: '30' };
const mended: Draft = {
  ...draft,
  fields: { ...draft.fields, ...told },
  mends: { reportId: 'r1', no: report.no, version: 3, reason: '请写明户数' },
};
const stored = (changes: object) => ({
  data: { report: { ...report, ...AS_SENT, state: 'SUBMITTED', version: 4, ...changes } },
});

test('a receipt tells that the topic sealed the report', async () => {
  const { delivery } = over({ data: { submitReport: { ...receipt, wasSealed: true } } });
  expect(await delivery.send({ kind: 'report', draft })).toEqual({ ...PROOF, wasSealed: true });
});

test('a returned report is mended at the version it was opened at', async () => {
  const { delivery, asked } = over({ data: { resubmitReport: report } });
  expect(await delivery.send({ kind: 'report', draft: mended })).toEqual(PROOF);
  expect(asked[0]?.variables).toMatchObject({ id: 'r1', version: 3 });
});

test('a mended report whose answer was lost is found to have arrived', async () => {
  const { delivery } = over(refusal('CONFLICT'), stored({}));
  expect(await delivery.send({ kind: 'report', draft: mended })).toEqual(PROOF);
});

test('a mended report that somebody else changed is a conflict', async () => {
  expect(
    await codeOf(
      over(refusal('CONFLICT'), stored({ content: '别的内容' })).delivery.send({ kind: 'report', draft: mended }),
    ),
  ).toBe('CONFLICT');
  expect(
    await codeOf(
      over(refusal('REFUSED'), stored({ state: 'RETURNED' })).delivery.send({ kind: 'report', draft: mended }),
    ),
  ).toBe('REFUSED');
});

test('a mended report that the server has sealed is found to have arrived', async () => {
  const { delivery } = over(refusal('CONFLICT'), stored({ line: 'SEALED' }));
  expect(await delivery.send({ kind: 'report', draft: mended })).toEqual(PROOF);
});

test.each([
  { topic: { code: 'T02' } },
  { source: null },
  { line: 'DIRECT' },
  { place: { code: '990101101202000' } },
  { outsideAreaReason: '路过' },
  { urgency: 'HIGH' },
  { households: 3 },
  { people: 30 },
  { occurredAt: '2026-01-01T00:00:00.000Z' },
])('a mended report of which %j stands there was not delivered', async (other) => {
  const { delivery } = over(refusal('CONFLICT'), stored(other));
  expect(await codeOf(delivery.send({ kind: 'report', draft: mended }))).toBe('CONFLICT');
});

test('a mended report that stands there with other photos is a conflict', async () => {
  const having = (attachments: unknown[]) => over(refusal('CONFLICT'), stored({ attachments })).delivery;
  const sent = { kind: 'report', draft: { ...mended, attachments: [photo] } } as const;
  expect(await codeOf(having([]).send(sent))).toBe('CONFLICT');
  expect(await codeOf(having([{ ...carried, sha256: 'bb' }]).send(sent))).toBe('CONFLICT');
  expect(await codeOf(having([carried]).send(sent))).toBe('sent');
});

test('a mended report that stands as it was before was not delivered', async () => {
  const { delivery } = over(refusal('CONFLICT'), stored({ version: 3 }));
  expect(await codeOf(delivery.send({ kind: 'report', draft: mended }))).toBe('CONFLICT');
});

test('an instruction is delivered when the server names what it has stored, and by nothing else', async () => {
  const promised = {
    kind: 'instruction',
    instruction: {
      clientId: 'i-1',
      target: { kind: 'report', id: 'r9' },
      about: '',
      address: '/leader/reports/r9',
      text: '请水利局阅处。',
      unit: { code: '990101601000000', name: '水利局' },
      dueOn: '2026-12-07',
    },
  } as const;
  const { delivery, asked } = over({ data: { instruct: { id: 's1', no: '2026-0290' } } }, { data: { instruct: null } });
  expect(await delivery.send(promised)).toEqual({ storedId: 's1', no: '2026-0290', attachments: [] });
  expect(asked[0]?.variables.draft).toEqual({
    clientId: 'i-1',
    report: 'r9',
    text: '请水利局阅处。',
    responsibleUnit: '990101601000000',
    dueOn: '2026-12-07',
  });
  expect(await codeOf(delivery.send(promised))).toBe('INTERNAL');
});
