import { CASE_STATES } from '@lxq/schema/cases/case-states.ts';
import { INSTRUCTION_STATES } from '@lxq/schema/instructions/instruction-states.ts';
import { REPORT_STATES } from '@lxq/schema/reports/report-states.ts';
import { REVISIT_STATES } from '@lxq/schema/revisits/revisit-states.ts';
import { v7 } from 'uuid';
import type { Lots } from '../reports/counts/tally.testing.ts';
import { type Account, idOf, rightsOf, UNITS } from '../testing/fixture.ts';

const DAY = 86_400_000;
/** The days that the ground lies in end today. */
const DAYS = 430;
const AUTHORS: readonly Account[] = ['officer', 'officer2', 'poplarOfficer', 'otherOfficer', 'head', 'clerk'];
const ACTING = [UNITS.east, UNITS.west, UNITS.water, UNITS.willow, UNITS.elm, UNITS.county];
const PLACES = [UNITS.willow, UNITS.poplar, UNITS.elm, UNITS.east, UNITS.willow + 1];

export type Row = Record<string, unknown>;
export const instants = ({ draw, maybe }: Lots) => {
  const now = Date.now();
  const instant = (ms: number) => new Date(Math.floor(ms)).toISOString();
  /** Within the ground. */
  const past = () => instant(now - draw() * DAYS * DAY);
  /** Some days after another, mostly. */
  const after = (at: string, share: number, days: number) =>
    maybe(share, () => instant(Math.min(Date.parse(at) + draw() * days * DAY, now))) ?? null;
  return { past, after, until: (at: string, days: number) => instant(Date.parse(at) + draw() * days * DAY) };
};
export const some = (count: number) => Array.from({ length: Math.floor(count) });

export function reportsOf(lots: Lots, many: number): Row[] {
  const { pick, maybe, draw } = lots;
  const { past, after, until } = instants(lots);
  return some(many).map(() => {
    const author = pick(AUTHORS);
    const at = past();
    return {
      ...{ id: v7(), client_id: v7(), author_id: idOf(author), unit_code: rightsOf(author).unitCode },
      ...{ state: pick(REPORT_STATES), line: pick(['LINE', 'LINE', 'LINE', 'DIRECT', 'SEALED']), channel: 'OFFICER' },
      ...{
        topic_code: pick(['WATER', 'WELL', 'ROAD', 'PRAISE', 'LOOSE']),
        source_code: maybe(0.7, () => 'VISIT') ?? null,
      },
      ...{
        urgency: pick(['NORMAL', 'HIGH']),
        place_code: pick(PLACES),
        content: '机井抽不上水，四十多户到邻村挑水吃，盼望修好。',
      },
      ...{
        households: maybe(0.6, () => Math.floor(draw() * 40)) ?? null,
        people: maybe(0.5, () => Math.floor(draw() * 90)) ?? null,
      },
      ...{ submitted_at: at, due_at: until(at, 6), handled_at: after(at, 0.7, 8), answered_at: after(at, 0.5, 60) },
      ...{ digested_at: after(at, 0.3, 30), urgent_at: after(at, 0.1, 1), version: 1 },
    };
  });
}

export function historyOf({ pick, maybe }: Lots, reports: readonly Row[]): Row[] {
  return reports.flatMap(({ id, unit_code, author_id, line }) => {
    const deed = maybe(0.4, () => pick(['case', 'openCase', 'instruct', 'triage']));
    const row = { id: v7(), unit_code, author_id, line, subject: 'REPORT', subject_id: id, deed, about: {} };
    return deed ? [{ ...row, actor_role: 'COUNTY_CLERK', ears: 'EVERYBODY' }] : [];
  });
}

export function casesOf(lots: Lots, reports: readonly Row[], many: number): Row[] {
  const { pick, maybe, draw } = lots;
  const { past, after } = instants(lots);
  return some(many).map(() => {
    const at = past();
    const closed = after(at, 0.6, 50);
    return {
      ...{
        id: v7(),
        client_id: v7(),
        state: pick(CASE_STATES),
        channel: 'REPORT',
        purpose: 'APPEAL',
        title: '机井抽不上水',
      },
      ...{ topic_code: pick(['WATER', 'WELL', 'ROAD']), place_code: pick(PLACES), opened_at: at, closed_at: closed },
      ...{
        grade: maybe(0.8, () => pick(['GENERAL', 'MAJOR'])) ?? null,
        responsible_unit_code: maybe(0.9, () => pick(ACTING)) ?? null,
      },
      ...{
        report_id: maybe(0.5, () => pick(reports).id) ?? null,
        reopenings: draw() < 0.2 ? 1 : 0,
        reviewed_at: after(at, 0.2, 90),
      },
      ...{
        outsiders: [],
        co_leaders: [],
        team: [],
        co_unit_codes: [],
        concerns_unit_codes: [],
        reworks: 0,
        transfers: 0,
        round: 1,
        version: 1,
      },
    };
  });
}

export function instructionsOf(lots: Lots, reports: readonly Row[], many: number): Row[] {
  const { pick } = lots;
  const { past } = instants(lots);
  return some(many).map(() => ({
    ...{ id: v7(), client_id: v7(), leader_id: idOf('leader'), level: 'COUNTY', state: pick(INSTRUCTION_STATES) },
    ...{
      responsible_unit_code: pick(ACTING),
      instructed_at: past(),
      report_id: pick(reports).id,
      text: '请水利局尽快查清原因并解决',
    },
  }));
}

/** The main unit, and one beside it now and then. */
export const partsOf = ({ pick, maybe }: Lots, subject: string, matters: readonly Row[]): Row[] =>
  matters.flatMap(({ id, responsible_unit_code: main }) => {
    const units = new Set([...(main ? [main] : []), ...(maybe(0.5, () => [pick(ACTING)]) ?? [])]);
    return [...units].map((unit) => ({
      subject,
      subject_id: id,
      unit_code: unit,
      part: unit === main ? 'MAIN' : 'CO',
    }));
  });

export function revisitsOf(lots: Lots, cases: readonly Row[], many: number): Row[] {
  const { pick, maybe } = lots;
  const { past, after } = instants(lots);
  return some(many).map((_, round) => {
    const at = past();
    const done = after(at, 0.7, 10);
    return {
      ...{
        id: v7(),
        unit_code: pick(ACTING),
        subject: 'CASE',
        subject_id: pick(cases).id,
        round,
        state: pick(REVISIT_STATES),
      },
      ...{
        kind: pick(['FILING', 'PRE_CLOSE', 'POST_CLOSE']),
        scheduled_at: at,
        done_at: done,
        attempts: [],
        barred_unit_codes: [],
      },
      method: done && (maybe(0.8, () => 'PHONE') ?? null),
      is_solved: done && (maybe(0.8, () => pick([true, false])) ?? null),
      rating: done && (maybe(0.6, () => pick(['SATISFIED', 'FAIRLY', 'DISSATISFIED'])) ?? null),
      version: 1,
    };
  });
}

const RULES = {
  CASE: ['CASE_POLICY_GENERAL', 'CASE_POLICY_MAJOR', 'CASE_STATUTORY', 'CASE_DECIDE', 'CASE_SIGN'],
  REVISIT: ['REVISIT_FILING', 'REVISIT_PRE_CLOSE', 'REVISIT_POST_CLOSE'],
};
export function owedOf(lots: Lots, subject: keyof typeof RULES, matters: readonly Row[]): Row[] {
  const { pick } = lots;
  const { past, after, until } = instants(lots);
  return matters.flatMap(({ id }) =>
    RULES[subject].map((rule) => {
      const [from, state] = [past(), pick(['RUNNING', 'EXTENDED', 'MET', 'MET', 'MET', 'DROPPED'])];
      return {
        ...{
          id: v7(),
          unit_code: pick(ACTING),
          subject,
          subject_id: id,
          rule,
          state,
          started_at: from,
          due_at: until(from, 20),
        },
        ...{
          met_at: state === 'MET' ? after(from, 1, 30) : null,
          paused_at: state === 'RUNNING' ? after(from, 0.3, 1) : null,
        },
        ...{ proof: {}, ladder: [], about: {}, pauses: [], version: 1 },
      };
    }),
  );
}

export const ordersOf = ({ pick }: Lots, cases: readonly Row[]): Row[] =>
  cases.slice(0, 20).map(({ id }) => ({
    ...{ id: v7(), client_id: v7(), unit_code: pick([UNITS.east, UNITS.west]), case_id: id, kind: 'GUIDANCE' },
    ...{ issuer_unit_code: UNITS.county, state: pick(['DRAFT', 'ISSUED', 'CLOSED']) },
  }));
