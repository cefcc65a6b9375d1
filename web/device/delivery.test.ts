import { expect, test } from '@jest/globals';
import { failureOf } from '../ui/failure.ts';
import { deliveryOver } from './delivery.ts';
import { type Draft, newDraft } from './draft.ts';

const PLACE = { code: '990101101201000', fullName: '东关镇 柳林村', isOutside: false };
const draft: Draft = newDraft({ personId: 'anna', postId: 'officer-3' }, PLACE);
draft.fields.content = '  村东头水井塌了，三十户吃水困难，请尽快派人来看。 ';

const report = { id: 'r1', no: '2026-000007' };
const receipt = { clientId: draft.clientId, isNew: true, report };

/** A server that answers in turn: objects as JSON, strings as they are, errors as a broken connection. */
function over(...answers: (unknown | Error)[]) {
  const asked: { query: string; variables: Record<string, unknown> }[] = [];
  const fetcher = (async (_url: string, init: RequestInit) => {
    const answer = answers[asked.length];
    asked.push(JSON.parse(String(init.body)));
    if (answer instanceof Error) throw answer;
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
  expect(await delivery.send({ kind: 'report', draft })).toEqual({ storedId: 'r1', no: '2026-000007' });
  expect(asked[0]?.variables.draft).toMatchObject({ clientId: draft.clientId, content: draft.fields.content.trim() });
});

test.each<[string, unknown, string?]>([
  ['a receipt for another client id', { data: { submitReport: { ...receipt, clientId: 'other' } } }],
  ['a receipt without a report', { data: { submitReport: { ...receipt, report: null } } }],
  ['a receipt without its number', { data: { submitReport: { ...receipt, report: { id: 'r1' } } } }],
  ['an empty answer', { data: null }, 'FOREIGN'],
  ['a sign-in page of the hotel’s network', '<html>welcome</html>', 'FOREIGN'],
])('%s proves nothing', async (_name, answer, code = 'INTERNAL') => {
  expect(await codeOf(over(answer).delivery.send({ kind: 'report', draft }))).toBe(code);
});

test('a broken connection is told from a refusal', async () => {
  expect(await codeOf(over(new TypeError('Failed to fetch')).delivery.send({ kind: 'report', draft }))).toBe('OFFLINE');
  expect(await codeOf(over(refusal('REFUSED')).delivery.send({ kind: 'report', draft }))).toBe('REFUSED');
  expect(await codeOf(over(refusal('UNAUTHENTICATED')).delivery.send({ kind: 'report', draft }))).toBe(
    'UNAUTHENTICATED',
  );
});

test('nobody signed in is nobody', async () => {
  expect(await over({ data: { viewer: null } }).delivery.whoAmI()).toBeNull();
});

const mended: Draft = { ...draft, mends: { reportId: 'r1', no: report.no, version: 3, reason: '请写明户数' } };
const stored = (changes: object) => ({
  data: { report: { ...report, state: 'SUBMITTED', version: 4, content: draft.fields.content.trim(), ...changes } },
});

test('a receipt tells that the topic sealed the report', async () => {
  const { delivery } = over({ data: { submitReport: { ...receipt, wasSealed: true } } });
  expect(await delivery.send({ kind: 'report', draft })).toEqual({
    storedId: 'r1',
    no: '2026-000007',
    wasSealed: true,
  });
});

test('a returned report is mended at the version it was opened at', async () => {
  const { delivery, asked } = over({ data: { resubmitReport: report } });
  expect(await delivery.send({ kind: 'report', draft: mended })).toEqual({ storedId: 'r1', no: '2026-000007' });
  expect(asked[0]?.variables).toMatchObject({ id: 'r1', version: 3 });
});

test('a mended report whose answer was lost is found to have arrived', async () => {
  const { delivery } = over(refusal('CONFLICT'), stored({}));
  expect(await delivery.send({ kind: 'report', draft: mended })).toEqual({ storedId: 'r1', no: '2026-000007' });
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
  expect(await delivery.send(promised)).toEqual({ storedId: 's1', no: '2026-0290' });
  expect(asked[0]?.variables.draft).toEqual({
    clientId: 'i-1',
    report: 'r9',
    text: '请水利局阅处。',
    responsibleUnit: '990101601000000',
    dueOn: '2026-12-07',
  });
  expect(await codeOf(delivery.send(promised))).toBe('INTERNAL');
});
