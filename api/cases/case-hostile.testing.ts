import { type Account, COUNTY, type Fixture, idOf, UNITS } from '../testing/fixture.ts';

/* What somebody with a hole in the process might say of a case in SQL; $1 is its id. */
export const sets = (table: string, key: string, changes: readonly string[]) =>
  changes.map((change) => `update ${table} set ${change} where ${key} = $1`);
export const onCase = (...changes: string[]) => sets('cases', 'id', changes);
export const onRevisit = (...changes: string[]) => sets('revisit', 'subject_id', changes);
export const onResult = (...changes: string[]) => sets('result_report', 'subject_id', changes);
export const onPart = (...changes: string[]) => sets('participation', 'subject_id', changes);
export const removed = ['cases', 'revisit', 'signature', 'result_report'].map(
  (table) => `delete from ${table} where ${table === 'cases' ? 'id' : 'subject_id'} = $1`,
);

/** What nobody changes of a case, whatever their part and its state. */
export const KEPT = onCase(
  ...[`title = '改'`, `brief = '改'`, `channel = 'CALL'`, `purpose = 'SUGGESTION'`, `topic_code = 'ROAD'`],
  ...[
    `place_code = ${UNITS.elm}`,
    `receiver_unit_code = ${UNITS.west}`,
    'is_first = not is_first',
    'received_on = received_on - 1',
  ],
  ...[`concerns_unit_codes = '[${UNITS.elm}]'`, 'opened_by_id = gen_random_uuid()', `opened_by_name = '某'`],
  ...[
    'opened_at = now()',
    'serial = 1',
    'client_id = gen_random_uuid()',
    'county_code = 990102',
    'id = gen_random_uuid()',
  ],
  ...[`state = 'CLOSED'`, `state = 'ARCHIVED'`, `state = 'TERMINATED'`, `state = 'REVIEW'`, 'round = round + 1'],
);
/** … and what is the office's. */
export const OFFICES = onCase(
  ...[`decision = 'NOT_ACCEPTED'`, `grade = 'MAJOR'`, `responsible_unit_code = ${UNITS.west}`, `co_unit_codes = '[]'`],
  ...[
    `outsiders = '[]'`,
    `sponsor_name = '某'`,
    `handler = '某'`,
    'consolidation = 1',
    `notice_no = '某号'`,
    'due_on = due_on + 30',
  ],
  ...[
    'transfers = transfers + 1',
    'is_designated = not is_designated',
    'reworks = 9',
    'reopenings = 9',
    'closed_at = now()',
  ],
  ...[
    `answer = '某'`,
    'answered_at = now()',
    `untold_reason = '某'`,
    `review_outcome = 'UPHELD'`,
    'reviewed_at = now()',
  ],
  ...[
    `state = 'ASSIGNED'`,
    `state = 'FILED'`,
    `state = 'REWORK', round = round + 1`,
    `state = 'REOPENED', round = round + 1`,
  ],
  ...[`state = 'PRE_CLOSE_VISITED'`, `guarantees = '{}'`, `resolve_by = resolve_by + 9`, 'assigned_at = now()'],
);
export const signature = (changes: Record<string, string> = {}) => {
  const row = {
    ...{
      county_code: `${COUNTY}`,
      id: 'gen_random_uuid()',
      unit_code: `${UNITS.water}`,
      subject: `'CASE'`,
      subject_id: '$1',
    },
    ...{
      round: '1',
      signs_as: `'RESPONSIBLE'`,
      signer_id: `'${idOf('bureau')}'`,
      signer_name: `'某'`,
      acted_by_id: 'null',
    },
    ...{ hash: '(select signed_hash from result_report where subject_id = $1 limit 1)', at: 'now()', ...changes },
  };
  return `insert into signature (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`;
};
export const part = (unit: number, as = 'MAIN') =>
  `insert into participation (county_code, subject_id, unit_code, subject, part, since, at, state) values (${COUNTY}, $1, ${unit}, 'CASE', '${as}', now(), now(), 'X')`;
export const revisit = (changes: Record<string, string> = {}) => {
  const row = {
    ...{
      county_code: `${COUNTY}`,
      id: 'gen_random_uuid()',
      unit_code: `${UNITS.county}`,
      subject: `'CASE'`,
      subject_id: '$1',
    },
    ...{ round: '1', kind: `'PRE_CLOSE'`, state: `'SCHEDULED'`, scheduled_at: 'now()', ...changes },
  };
  return `insert into revisit (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`;
};
export const result = (changes: string) =>
  `insert into result_report (county_code, id, unit_code, subject, subject_id, round, finding, body, answer, opinion_form, opinion, kept, written_by_name, written_at, signed_at)
   values (${COUNTY}, gen_random_uuid(), ${changes})`;
export const OUTSIDER = [
  ...KEPT,
  ...OFFICES,
  ...removed,
  ...onRevisit(`told = '改'`),
  ...onResult(`body = '改'`),
  ...onPart(`part = 'MAIN'`),
];

/** How many rows somebody touched, or the code that they were refused with. */
export async function tried(
  fixture: Fixture,
  account: Account,
  text: string,
  values: unknown[],
): Promise<number | string> {
  const scope = fixture.scope(account);
  try {
    return (await scope.rows(`${text} returning 1`, text.includes('$1') ? values : [])).length;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await scope.end('rollback');
  }
}
const REFUSED: unknown[] = [0, '42501', '23514'];
/** Of what somebody tried what they did manage. */
export async function managed(
  fixture: Fixture,
  id: string,
  by: Partial<Record<Account, readonly string[]>>,
): Promise<unknown[]> {
  const done: unknown[] = [];
  for (const [account, texts] of Object.entries(by) as [Account, readonly string[]][])
    for (const text of texts) {
      const answer = await tried(fixture, account, text, [id]);
      if (!REFUSED.includes(answer)) done.push([account, text, answer]);
    }
  return done;
}
