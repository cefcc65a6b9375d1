import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CASE_MACHINE, type CaseDeed } from '@lxq/schema/cases/case-machine.ts';
import { CASE_STATES, type CaseFacts, type CaseState, ELSEWHERE } from '@lxq/schema/cases/case-states.ts';
import { CASE_OUTCOMES, REVIEW_OUTCOMES } from '@lxq/schema/cases/case-words.ts';
import { deedsOf, stateAfter } from '@lxq/schema/transitions.ts';
import { type Fixture, startFixture } from '../testing/fixture.ts';
import { caseOf } from './case-deeds.testing.ts';

/* 三不结案 (R56) in SQL, as the table's owner: whoever goes past the server meets it all the same. */
let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const run = (text: string, values: unknown[]) => fixture.admin.query(text, values);
/** Past every trigger, as nobody but a superuser can. */
async function forced(...statements: [text: string, values: unknown[]][]): Promise<void> {
  await fixture.admin.query('set session_replication_role = replica');
  try {
    for (const [text, values] of statements) await run(text, values);
  } finally {
    await fixture.admin.query('reset session_replication_role');
  }
}
const stateOf = async (id: string) => (await run('select state from cases where id = $1', [id])).rows[0].state;
const CLOSE = `update cases set state = 'CLOSED' where id = $1`;

describe('a case whose papers are all there', () => {
  let id: string;
  beforeAll(async () => {
    const { id: made, visited, deed } = await caseOf(fixture);
    await visited();
    await deed('bureau', 'signCase');
    await deed('bureauHead', 'signCase');
    id = made;
  });
  beforeEach(() => fixture.admin.query('begin'));
  const undone = () => fixture.admin.query('rollback');

  test('is closed', async () => {
    expect((await run(CLOSE, [id])).rowCount).toBe(1);
    await undone();
  });

  const REVISIT = `update revisit set @ where subject_id = $1 and kind = 'PRE_CLOSE'`;
  const earlier = `at = (select done_at from revisit v where v.subject_id = signature.subject_id and v.kind = 'PRE_CLOSE') - interval '1 second'`;
  test.each([
    ['a report', 'opinion, signedRESPONSIBLE, signedPRINCIPAL', 'delete from result_report where subject_id = $1'],
    ['a signature under its report', 'opinion', 'update result_report set signed_at = null where subject_id = $1'],
    ['the villager’s opinion', 'opinion', `update result_report set opinion = ' ' where subject_id = $1`],
    [
      'an opinion that one can read',
      'opinion',
      `update result_report set opinion = e'\\n\\u00a0\\u3000\\u200b' where subject_id = $1`,
    ],
    ['a report of its round', 'opinion', 'update result_report set round = 2 where subject_id = $1'],
    ['a revisit', 'revisitSheet', `delete from revisit where subject_id = $1 and kind = 'PRE_CLOSE'`],
    ['a revisit of its round', 'revisitSheet', REVISIT.replace('@', 'round = 2')],
    [
      'a revisit before closing',
      'revisitSheet',
      `update revisit set kind = 'VERIFY' where subject_id = $1 and kind = 'PRE_CLOSE'`,
    ],
    ['a revisit of which something is to follow', 'revisitSheet', REVISIT.replace('@', `state = 'FOLLOW_UP'`)],
    ['a revisit that was followed up', 'revisitSheet', REVISIT.replace('@', `state = 'CLOSED'`)],
    ['a revisit that found it solved', 'revisitSheet', REVISIT.replace('@', 'is_solved = false')],
    ['a revisit that satisfied', 'revisitSheet', REVISIT.replace('@', `rating = 'DISSATISFIED'`)],
    ['a revisit that was made', 'revisitSheet', REVISIT.replace('@', `state = 'DROPPED'`)],
    ['a revisit that somebody let count', 'revisitSheet', REVISIT.replace('@', `state = 'CONFIRMED'`)],
    [
      'the hand of whoever is responsible',
      'signedRESPONSIBLE',
      `delete from signature where subject_id = $1 and signs_as = 'RESPONSIBLE'`,
    ],
    [
      'the main leader’s hand',
      'signedPRINCIPAL',
      `delete from signature where subject_id = $1 and signs_as = 'PRINCIPAL'`,
    ],
    [
      'a hand under this very text',
      'signedRESPONSIBLE',
      `update signature set hash = 'another' where subject_id = $1 and signs_as = 'RESPONSIBLE'`,
    ],
    [
      'hands under this very text',
      'signedRESPONSIBLE, signedPRINCIPAL',
      `update result_report set signed_hash = 'another' where subject_id = $1`,
    ],
    [
      'a hand of its round',
      'signedPRINCIPAL',
      `update signature set round = 2 where subject_id = $1 and signs_as = 'PRINCIPAL'`,
    ],
    [
      'a hand after the revisit',
      'signedPRINCIPAL',
      `update signature set ${earlier} where subject_id = $1 and signs_as = 'PRINCIPAL'`,
    ],
    [
      'anything',
      'opinion, revisitSheet, signedRESPONSIBLE, signedPRINCIPAL',
      'with r as (delete from result_report where subject_id = $1), v as (delete from revisit where subject_id = $1) delete from signature where subject_id = $1',
    ],
  ])('is not closed without %s', async (_what, missing, fault) => {
    await forced([fault, [id]]);
    await expect(run(CLOSE, [id])).rejects.toMatchObject({
      code: '23514',
      message: expect.stringContaining(`without: ${missing}`),
    });
    await undone();
  });

  test('is not closed with the papers of the round before, and a round is not turned back', async () => {
    for (const state of ['REWORK', 'HANDLING', 'REPORTED', 'PRE_CLOSE_VISITED'])
      await run(`update cases set state = $2, round = 2 where id = $1`, [id, state]);
    await run('savepoint second', []);
    await expect(run(CLOSE, [id])).rejects.toMatchObject({
      message: expect.stringContaining('without: opinion, revisitSheet, signedRESPONSIBLE, signedPRINCIPAL'),
    });
    await run('rollback to savepoint second', []);
    await expect(run(`update cases set state = 'CLOSED', round = 1 where id = $1`, [id])).rejects.toMatchObject({
      code: '23514',
    });
    await undone();
  });

  test('one who has a hand there puts no other under it', async () => {
    await forced([`delete from signature where subject_id = $1 and signs_as = 'PRINCIPAL'`, [id]]);
    for (const [signer, acting] of [
      ['s.signer_id', 'null'],
      ['gen_random_uuid()', 's.signer_id'],
    ]) {
      await run('savepoint hand', []);
      await expect(
        run(
          `insert into signature (county_code, id, unit_code, subject, subject_id, round, signs_as, signer_id, signer_name, acted_by_id, hash, at)
             select county_code, gen_random_uuid(), unit_code, subject, subject_id, round, 'PRINCIPAL', ${signer}, 'x', ${acting}, hash, now() from signature s where subject_id = $1`,
          [id],
        ),
      ).rejects.toMatchObject({ code: '23514' });
      await run('rollback to savepoint hand', []);
    }
    await undone();
  });

  test('its hands, and what was signed, stay as they are', async () => {
    for (const text of [
      'delete from signature where subject_id = $1',
      'update signature set at = now() where subject_id = $1',
      `update result_report set opinion = '改' where subject_id = $1`,
    ]) {
      await run('savepoint kept', []);
      await expect(run(text, [id])).rejects.toMatchObject({ code: '42501' });
      await run('rollback to savepoint kept', []);
    }
    await undone();
  });
});

test('none is born closed, or further than registered', async () => {
  const { id } = await caseOf(fixture);
  for (const [state, round] of [
    ...CASE_STATES.slice(1).map((state) => [state, 1] as const),
    ['REGISTERED', 2] as const,
  ])
    await expect(
      run(
        `insert into cases select (c).* from (select jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'client_id', gen_random_uuid(), 'state', $2::text, 'round', $3::int)) as c from cases c where id = $1) born`,
        [id, state, round],
      ),
    ).rejects.toMatchObject({ code: '23514' });
});

const facts = (state: CaseState) =>
  CASE_OUTCOMES.flatMap((decision) =>
    REVIEW_OUTCOMES.map((reviewOutcome) => ({ state, decision, reviewOutcome }) as CaseFacts),
  );
/** Where the machine leads, deed by deed. */
const LEADS = new Set(
  deedsOf(CASE_MACHINE).flatMap((deed) =>
    CASE_MACHINE[deed].from.flatMap((from) =>
      facts(from).map((fact) => `${from} ${stateAfter<CaseDeed, CaseState, CaseFacts>(CASE_MACHINE, deed, fact)}`),
    ),
  ),
);
const GUARDED: CaseState[] = ['CLOSED', 'REVIEW', 'FINAL_REVIEW', 'TERMINATED', 'ARCHIVED', 'REOPENED', ...ELSEWHERE];
/** All but the one that goes by its papers. */
const WAYS = CASE_STATES.flatMap((from) => GUARDED.map((to) => [from, to] as const)).filter(
  ([from, to]) => from !== to && !(from === 'PRE_CLOSE_VISITED' && to === 'CLOSED'),
);

test('from no state does one come to a closing, to what follows it or elsewhere, but as a deed leads', async () => {
  const { id } = await caseOf(fixture);
  const wrong: unknown[] = [];
  for (const [from, to] of WAYS) {
    await forced(['update cases set state = $2 where id = $1', [id, from]]);
    const further = to === 'REOPENED' ? ', round = round + 1' : '';
    const text = `update cases set state = $2${further} where id = $1`;
    const error = await run(text, [id, to]).then(
      () => null,
      ({ code }) => code,
    );
    if (error !== (LEADS.has(`${from} ${to}`) ? null : '23514')) wrong.push([from, to, error]);
  }
  expect(wrong).toEqual([]);
  expect(WAYS.length).toBeGreaterThan(100);
});

test('a round begins with a rework or a reopening, and with nothing else', async () => {
  const { id, visited } = await caseOf(fixture);
  await visited();
  for (const change of [
    `round = 2`,
    `state = 'REWORK'`,
    `state = 'REWORK', round = 3`,
    `state = 'REPORTED', round = 2`,
  ])
    await expect(run(`update cases set ${change} where id = $1`, [id])).rejects.toMatchObject({ code: '23514' });
  expect(await stateOf(id)).toBe('PRE_CLOSE_VISITED');
});
