import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Fixture, idOf, startFixture, UNITS } from '../testing/fixture.ts';
import { CASE_RESULT, caseOf, HEARD } from './case-deeds.testing.ts';
import * as hostile from './case-hostile.testing.ts';

const { KEPT, managed, OFFICES, OUTSIDER, onCase, onPart, onResult } = hostile;
const { onRevisit, part, removed, result, revisit, sets, signature, tried } = hostile;

/* Any SQL whatever, as the roles that the server takes: of what stands below nothing is done, though each of these units takes some part. */
let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

test('whoever takes no part touches nothing and takes none', async () => {
  const { id, visited } = await caseOf(fixture);
  await visited();
  const own = { unit_code: `${UNITS.west}`, signer_id: `'${idOf('otherClerk')}'` };
  const texts = [...OUTSIDER, part(UNITS.west), signature(own), revisit(), revisit({ unit_code: `${UNITS.west}` })];
  const theirs = result(`${UNITS.west}, 'CASE', $1, 2, 'NOT_TRUE', '', '', 'UNKNOWN', '', '', '', now(), null`);
  expect(
    await managed(fixture, id, {
      otherClerk: [...texts, theirs],
      head: texts,
      officer: texts,
      foreignClerk: texts,
      leader: texts,
      analyst: texts,
      discipline: texts,
      admin: texts,
    }),
  ).toEqual([]);
});

describe('while it is handled', () => {
  let id: string;
  beforeAll(async () => {
    const { id: made, handling, deed } = await caseOf(fixture);
    await handling();
    await deed('bureau', 'draftCaseResult', CASE_RESULT);
    id = made;
  });

  test('its main unit writes what its deeds ask, and no more', async () => {
    const own = onCase(
      ...[
        'signed_for_at = null',
        'signed_for_at = now()',
        `object_until = now() + interval '1 year'`,
        `plan = '改'`,
        `team = '[]'`,
      ],
      ...[
        `team_lead = '某'`,
        `state = 'OBJECTED', transfers = transfers + 1`,
        `state = 'REPORTED'`,
        `state = 'REGISTERED'`,
      ],
    );
    const signs = onResult(
      'signed_at = now()',
      `signed_at = now(), signed_by_id = '${idOf('bureau')}'`,
      `signed_at = now(), signed_by_id = '${idOf('bureauHead')}'`,
    );
    const gives = [
      part(UNITS.west),
      part(UNITS.water, 'CO'),
      ...onPart(`part = 'CO'`, `state = 'X'`, 'signed_at = now()', 'subject_id = gen_random_uuid()'),
    ];
    const asks = [
      ...[
        revisit(),
        revisit({ kind: `'POST_CLOSE'` }),
        revisit({ state: `'COMPLETED'` }),
        revisit({ unit_code: `${UNITS.water}` }),
      ],
      ...onRevisit(`state = 'DROPPED'`, `barred_unit_codes = '[]'`),
    ];
    const born = result(`${UNITS.water}, 'CASE', $1, 2, 'NOT_TRUE', '', '', 'UNKNOWN', '', '', '', now(), now()`);
    const texts = [...KEPT, ...OFFICES, ...removed, ...own, ...signs, ...gives, ...asks, born, signature()];
    expect(await managed(fixture, id, { bureau: texts })).toEqual([]);
  });

  test('a co-unit writes nothing of it', async () => {
    const texts = [
      ...OUTSIDER,
      ...onCase(`state = 'REPORTED'`, 'drafted_at = now()', `plan = '改'`),
      revisit(),
      part(UNITS.east),
    ];
    const theirs = result(`${UNITS.east}, 'CASE', $1, 2, 'NOT_TRUE', '', '', 'UNKNOWN', '', '', '', now(), null`);
    const own = { unit_code: `${UNITS.east}`, signer_id: `'${idOf('clerk')}'` };
    expect(await managed(fixture, id, { clerk: [...texts, theirs, signature(), signature(own)] })).toEqual([]);
  });

  test('the office writes no unit’s report and no unit’s deed', async () => {
    const texts = [
      ...KEPT,
      ...removed,
      ...onCase(`state = 'REPORTED'`, `state = 'OBJECTED'`),
      ...onResult(`body = '改'`, 'signed_at = now()'),
      ...onRevisit(
        `state = 'COUNTED'`,
        `state = 'COMPLETED'`,
        `kind = 'POST_CLOSE'`,
        'round = 2',
        'subject_id = gen_random_uuid()',
      ),
      ...[signature(), signature({ unit_code: `${UNITS.county}`, signer_id: `'${idOf('county')}'` })],
    ];
    expect(await managed(fixture, id, { county: texts, director: texts })).toEqual([]);
  });
});

describe('while the villager is asked', () => {
  let id: string;
  beforeAll(async () => {
    const { id: made, reported, deed, revisit: of } = await caseOf(fixture);
    await reported();
    await deed('county', 'assignRevisit', { id: await of('PRE_CLOSE'), unit: String(UNITS.west) });
    id = made;
  });
  const done = `done_at = now(), done_by_id = '${idOf('otherClerk')}'`;

  test('its main unit does not change what it has signed, nor asks by itself', async () => {
    const texts = [
      ...[
        ...KEPT,
        ...OFFICES,
        ...removed,
        ...onResult(`body = '改'`, 'signed_at = null', `opinion = '改'`, `signed_hash = '某'`),
      ],
      ...[
        ...onRevisit(`state = 'COMPLETED', ${done}`, `unit_code = ${UNITS.water}`),
        ...onCase(`state = 'HANDLING'`, 'drafted_at = now()'),
      ],
      ...[revisit({ round: '2' }), revisit({ kind: `'VERIFY'` }), revisit({ kind: `'POST_CLOSE'` }), signature()],
    ];
    expect(await managed(fixture, id, { bureau: texts, bureauHead: texts })).toEqual([]);
  });

  test('whoever revisits moves nothing before they were told, and neither counts nor gives it away', async () => {
    const texts = [
      ...[
        ...KEPT,
        ...OFFICES,
        ...removed,
        ...onCase(`state = 'PRE_CLOSE_VISITED'`, `state = 'REWORK', round = 2, reworks = 1`),
      ],
      ...onRevisit(
        ...[
          `state = 'COUNTED', ${done}`,
          `state = 'COMPLETED'`,
          `state = 'COMPLETED', is_solved = false, ${done}`,
          `state = 'DROPPED'`,
        ],
        ...[
          `state = 'COMPLETED', is_solved = true, done_at = now(), done_by_id = '${idOf('county')}'`,
          `state = 'CONFIRMED'`,
          `state = 'UNREACHABLE'`,
        ],
        ...[
          `unit_code = ${UNITS.east}`,
          `barred_unit_codes = '[]'`,
          `kind = 'POST_CLOSE'`,
          'round = 2',
          `subject = 'X'`,
          'scheduled_at = now()',
        ],
        ...[
          'subject_id = gen_random_uuid()',
          `attempts = '[{}, {}, {}]'`,
          `state = 'ATTEMPTED', attempts = '[{}, {}, {}]'`,
        ],
      ),
      ...[part(UNITS.west), ...onPart(`part = 'MAIN'`), ...onResult(`body = '改'`)],
      ...[signature(), signature({ unit_code: `${UNITS.west}`, signer_id: `'${idOf('otherClerk')}'` })],
    ];
    expect(await managed(fixture, id, { otherClerk: texts })).toEqual([]);
  });

  test('… and afterwards not what was said, nor the case by it twice', async () => {
    const { id: heard, reported, deed, revisit: of } = await caseOf(fixture);
    await reported();
    const pre = await of('PRE_CLOSE');
    await deed('county', 'assignRevisit', { id: pre, unit: String(UNITS.west) });
    await deed('otherClerk', 'completeRevisit', { id: pre, outcome: HEARD });
    const texts = [
      ...onRevisit(
        `opinion = '改'`,
        'is_solved = false',
        `state = 'FOLLOW_UP'`,
        'done_at = now()',
        `state = 'ASSIGNED'`,
        `state = 'CLOSED'`,
      ),
      ...[...KEPT, ...OFFICES, ...onCase(`state = 'REPORTED'`, `state = 'REWORK', round = 2, reworks = 1`)],
    ].filter((text) => !text.includes('PRE_CLOSE_VISITED')); // where it is already
    expect(
      await managed(fixture, heard, {
        otherClerk: texts,
        county: onRevisit(`opinion = '改'`, `unit_code = ${UNITS.east}`, `state = 'DROPPED'`),
      }),
    ).toEqual([]);
  });
});

test('a hand under a closing is its signer’s own, in their own capacity, at its time and for the text as it stands', async () => {
  const { id, visited } = await caseOf(fixture);
  await visited();
  const head = { signer_id: `'${idOf('bureauHead')}'`, signs_as: `'PRINCIPAL'` };
  expect(await tried(fixture, 'bureau', signature(), [id])).toBe(1);
  expect(await tried(fixture, 'bureauHead', signature(head), [id])).toBe(1);
  const forged = [
    ...[
      signature(head),
      signature({ signs_as: `'PRINCIPAL'` }),
      signature({ hash: `'某'` }),
      signature({ round: '2' }),
    ],
    ...[
      signature({ at: `now() + interval '1 day'` }),
      signature({ acted_by_id: `'${idOf('clerk')}'` }),
      signature({ unit_code: `${UNITS.east}` }),
    ],
    ...[
      signature({ subject_id: 'gen_random_uuid()' }),
      signature({ county_code: '990102' }),
      ...sets('signature', 'subject_id', [`hash = '某'`]),
    ],
  ];
  expect(
    await managed(fixture, id, {
      bureau: forged,
      county: [signature(), signature(head)],
      clerk: [signature()],
      leader: [signature()],
    }),
  ).toEqual([]);
});
