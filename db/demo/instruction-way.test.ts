import { expect, test } from '@jest/globals';
import { INSTRUCTION_STATES } from '@lxq/schema/instructions/instruction-states.ts';
import { publishedDays } from '../calendar.ts';
import { QINGHE, WANGXI } from './counties.ts';
import { makeCounty } from './county-tables.ts';
import type { Row } from './rows.ts';

const calendar = new Map(publishedDays().map(({ day, isWorkday }) => [day, isWorkday]));
const counties = [QINGHE, WANGXI].map((plan) =>
  makeCounty(plan, new Date('2026-11-24T03:00:00Z'), calendar, { report: 0, instruction: 0, case: 0 }),
);
const rowsOf = (table: string): Row[] =>
  counties.flatMap(({ tables }) => tables.flatMap(([name, rows]) => (name === table ? rows : [])));
const instructions = rowsOf('instruction');

test('instructions lie in every state but the one of those taken back', () => {
  const states = new Set(instructions.map(({ state }) => state));
  expect([...states].sort()).toEqual(INSTRUCTION_STATES.filter((state) => state !== 'WITHDRAWN').sort());
});

test('each has the part, the signed result and the history that its state asks for', () => {
  const parts = new Map(rowsOf('participation').map((row) => [`${row.subject_id} ${row.unit_code}`, row]));
  const signed = new Set(rowsOf('result_report').flatMap((row) => (row.signed_hash ? [row.subject_id] : [])));
  const histories = Map.groupBy(rowsOf('audit'), ({ subject_id }) => subject_id);
  for (const { id, state, responsible_unit_code, level, verified_by } of instructions) {
    const isOut = state !== 'INSTRUCTED' && state !== 'REGISTERED';
    expect([id, parts.get(`${id} ${responsible_unit_code}`)?.state]).toEqual([id, isOut ? state : undefined]);
    const isReported = ['REPORTED', 'VERIFYING', 'RETURNED', 'RESULT_TO_LEADER', 'CLOSED'].includes(state as string);
    expect([id, signed.has(id)]).toEqual([id, isReported]);
    expect([id, histories.get(id)?.at(-1)?.to_state]).toEqual([id, state]);
    if (verified_by) expect([id, verified_by]).toEqual([id, level === 'CITY' ? 'PHONE' : 'PAPERS']);
  }
});

test('every city leader’s instruction was verified by a revisit, and no other says that it was', () => {
  const verified = new Set(rowsOf('revisit').flatMap((row) => (row.kind === 'VERIFY' ? [row.subject_id] : [])));
  const cityLeaders = instructions.filter(({ level, verified_by }) => level === 'CITY' && verified_by);
  expect([...verified].sort()).toEqual(cityLeaders.map(({ id }) => id).sort());
  const qinghe = rowsOf('revisit').filter(
    ({ kind, county_code }) => kind === 'VERIFY' && county_code === QINGHE.countyCode,
  );
  expect(qinghe).toHaveLength(214);
});
