import { expect, test } from '@jest/globals';
import { assignmentProblems, caseProblems, decisionProblems, planProblems } from '@lxq/schema/cases/case-draft.ts';
import { CASE_MACHINE, type CaseDeed } from '@lxq/schema/cases/case-machine.ts';
import { CASE_STATES, CASE_TRAYS, OPEN_CASES } from '@lxq/schema/cases/case-states.ts';
import { acknowledgementProblems, resultProblems, writtenProblems } from '@lxq/schema/results/result-draft.ts';
import { revisitProblems } from '@lxq/schema/revisits/revisit-draft.ts';
import { REVISIT_MACHINE, REVISIT_TRAYS, type RevisitDeed } from '@lxq/schema/revisits/revisit-states.ts';
import { peopleIn } from '@lxq/schema/texts/people.ts';
import { publishedDays } from '../calendar.ts';
import { EVERY_STORY } from './case-stories.ts';
import { QINGHE, WANGXI } from './counties.ts';
import { makeCounty } from './county-tables.ts';
import type { Row } from './rows.ts';

const calendar = new Map(publishedDays().map(({ day, isWorkday }) => [day, isWorkday]));
const NOW = new Date('2026-11-24T03:00:00Z');
const TODAY = '2026-11-24';
const make = (plan: typeof QINGHE) => makeCounty(plan, NOW, calendar, { report: 0, instruction: 0, case: 0 });
const county = make(QINGHE);
const rowsOf = (table: string, { tables } = county) =>
  tables.flatMap(([name, rows]) => (name === table ? rows : [])) as any[];
const cases = new Map(rowsOf('cases').map((row) => [row.id, row]));
const standing = county.cases.standing.map((each) => ({ ...each, row: cases.get(each.id) }));
const ofCases = (table: string) => rowsOf(table).filter(({ subject_id }) => cases.has(subject_id));
const revisits = rowsOf('revisit');
const histories = Map.groupBy(
  rowsOf('audit').filter(({ subject }) => subject === 'CASE' || subject === 'REVISIT'),
  ({ subject_id }) => subject_id,
);

test('every story is told, and every state and tray has something to look at', () => {
  expect(EVERY_STORY).toHaveLength(QINGHE.cases);
  const states = new Set(standing.map(({ state }) => state));
  expect(CASE_STATES.filter((state) => !states.has(state))).toEqual([]);
  for (const [tray, within] of Object.entries(CASE_TRAYS)) {
    const lying = standing.filter(({ state }) => within.includes(state as never));
    expect([tray, lying.length > 1]).toEqual([tray, true]);
  }
  const kinds = Map.groupBy(revisits, ({ kind, state }) => `${kind} ${state}`);
  console.log(
    [...kinds]
      .map(([kind, { length }]) => `${kind}: ${length}`)
      .sort()
      .join('\n'),
  );
  const among = new Set(revisits.map(({ state }) => state));
  for (const tray of Object.values(REVISIT_TRAYS))
    expect(tray.filter((state) => among.has(state)).length).toBeGreaterThan(0);
  for (const state of ['UNREACHABLE', 'CONFIRMED', 'COUNTED', 'FOLLOW_UP', 'ASSIGNED', 'ATTEMPTED', 'DROPPED'])
    expect([state, among.has(state)]).toEqual([state, true]);
});

test('some are overdue, one is pending for long, and few wait without end', () => {
  const open = standing.filter(({ state }) => OPEN_CASES.includes(state as never));
  const late = open.filter(({ row }) => row.due_on && row.due_on < TODAY);
  expect([late.length >= 4, late.length <= 14]).toEqual([true, true]);
  expect(open.filter(({ row }) => +NOW - +row.opened_at > 181 * 86_400_000)).toHaveLength(1);
  expect(standing.filter(({ row }) => row.is_on_the_spot).length).toBeGreaterThan(2);
  expect(standing.filter(({ row }) => row.outsiders.length).length).toBeGreaterThan(3);
  const concerned = standing.filter(({ row }) => row.concerns_unit_codes.length);
  expect(concerned.length).toBeGreaterThan(0);
  for (const { row } of concerned)
    expect([...row.co_unit_codes, row.responsible_unit_code]).not.toContain(row.concerns_unit_codes[0]);
});

test('each line of a history is a deed that its machine allows to that post, and the last leads to where it stands', () => {
  const endOf = new Map<string, string>([...standing, ...revisits].map(({ id, state }) => [id, state]));
  for (const [id, lines] of histories) {
    const isCase = lines[0].subject === 'CASE';
    let state: string | null = isCase ? null : 'SCHEDULED';
    let at = 0;
    for (const line of lines) {
      expect([id, line.deed, line.from_state]).toEqual([id, line.deed, state]);
      expect(+line.at).toBeGreaterThanOrEqual(at);
      expect(+line.at).toBeLessThan(+NOW);
      const machine = isCase ? CASE_MACHINE : REVISIT_MACHINE;
      const rule: { from: readonly string[]; by: readonly string[] } | undefined =
        machine[line.deed as CaseDeed & RevisitDeed];
      if (line.deed !== 'openCase')
        expect([line.deed, rule.from.includes(line.from_state), rule.by.includes(line.actor_role)]).toEqual([
          line.deed,
          true,
          true,
        ]);
      [state, at] = [line.to_state, +line.at];
    }
    expect([id, state]).toEqual([id, endOf.get(id)]);
  }
});

test('what was closed rests on the opinion, the revisit and both hands of its round, by three people and in that order', () => {
  const closed = standing.filter(({ through }) => through.includes('CLOSED'));
  expect(closed.length).toBeGreaterThan(60);
  for (const { id, row } of closed) {
    const closings = histories.get(id)?.filter(({ deed }) => deed === 'close') ?? [];
    for (const [i, { at, actor_id }] of closings.entries()) {
      const round = ofCases('result_report')
        .filter(({ subject_id, signed_at }) => subject_id === id && signed_at && signed_at < at)
        .at(-1)?.round;
      const result = ofCases('result_report').find((each) => each.subject_id === id && each.round === round);
      const heard = revisits.find(
        (each) => each.subject_id === id && each.round === round && each.kind === 'PRE_CLOSE',
      );
      const hands = rowsOf('signature').filter((each) => each.subject_id === id && each.round === round);
      expect([id, i, heard.state]).toEqual([id, i, expect.stringMatching(/^(COMPLETED|COUNTED)$/)]);
      expect(result.opinion.length).toBeGreaterThan(1);
      expect(hands.map(({ signs_as }) => signs_as).sort()).toEqual(['PRINCIPAL', 'RESPONSIBLE']);
      for (const hand of hands)
        expect([hand.hash, +hand.at > +heard.done_at, +hand.at < +at]).toEqual([result.signed_hash, true, true]);
      expect(new Set([...hands.map(({ signer_id }) => signer_id), actor_id, heard.done_by_id]).size).toBeGreaterThan(2);
      expect(row.concerns_unit_codes).not.toContain(heard.unit_code);
      expect([row.responsible_unit_code, ...row.co_unit_codes]).not.toContain(heard.unit_code);
    }
  }
});

test('no form would have refused what is written', () => {
  for (const { row } of standing) {
    const { purpose, title, brief, channel, topic_code: topic, place_code } = row;
    const told = {
      channel,
      purpose,
      title,
      brief,
      topic,
      place: String(place_code),
      receivedOn: row.received_on,
      isFirst: row.is_first,
      concerns: [],
    };
    expect([title, caseProblems(told, row.opened_at)]).toEqual([title, []]);
    if (row.decision)
      expect(
        decisionProblems({
          outcome: row.decision,
          route: row.route,
          to: row.decided_to ?? '',
          reason: row.decided_reason ?? '',
          notice: row.notice,
        }),
      ).toEqual([]);
    if (row.plan) expect(planProblems({ lead: row.team_lead, members: row.team, plan: row.plan })).toEqual([]);
    if (row.notice_no)
      expect([
        row.notice_no,
        assignmentProblems(
          {
            ...row,
            sectionHead: row.section_head,
            resolveBy: row.resolve_by,
            mainUnit: '1',
            sponsor: row.sponsor_id,
            coUnits: [],
            coLeaders: row.co_leaders,
            noticeNo: row.notice_no,
          },
          row.assigned_at,
        ),
      ]).toEqual([row.notice_no, []]);
  }
  for (const row of ofCases('result_report')) {
    const told = { ...row, opinionForm: row.opinion_form };
    expect([row.opinion_form, resultProblems(told), acknowledgementProblems(told)]).toEqual([row.opinion_form, [], []]);
    const isAppeal = cases.get(row.subject_id).purpose === 'APPEAL';
    expect([isAppeal, isAppeal ? writtenProblems(row) : [row.request, row.basis, row.remedy]]).toEqual([
      isAppeal,
      isAppeal ? [] : [null, null, null],
    ]);
  }
  for (const row of revisits.filter(({ state, done_at }) => done_at && state !== 'COUNTED'))
    expect([row.state, revisitProblems(row.kind, { ...row, isSolved: row.is_solved })]).toEqual([row.state, []]);
  expect(new Set(ofCases('result_report').map(({ opinion_form }) => opinion_form))).toEqual(
    new Set(['SIGNED', 'DRAWN', 'REFUSED', 'UNKNOWN']),
  );
});

test('villagers are mostly satisfied, some decline to say and some are not', () => {
  const rated = revisits.filter(
    ({ subject, kind, state, done_at }) => subject === 'CASE' && kind !== 'FILING' && done_at && state !== 'COUNTED',
  );
  const share = (rating: string | null) => rated.filter((each) => each.rating === rating).length / rated.length;
  console.log(
    `of ${rated.length} who were asked: satisfied ${share('SATISFIED').toFixed(2)}, fairly ${share('FAIRLY').toFixed(2)}, dissatisfied ${share('DISSATISFIED').toFixed(2)}, declined ${share(null).toFixed(2)}`,
  );
  expect([
    share('SATISFIED') > 0.6,
    share('SATISFIED') < 0.8,
    share('DISSATISFIED') > 0.01,
    share(null) > 0.03,
  ]).toEqual([true, true, true, true]);
});

test('nothing that is written on a case names a villager or tells of a revisit by itself', () => {
  const lines = [...histories.values()].flat().map(({ note }) => note);
  const texts = [
    ...lines,
    ...[...cases.values()].flatMap(({ title, brief, plan, answer }) => [title, brief, plan, answer]),
    ...ofCases('result_report').flatMap(({ body, answer, opinion, request }) => [body, answer, opinion, request]),
    ...revisits.flatMap(({ told, opinion, reason, attempts }) => [told, opinion, reason, attempts]),
  ].filter(Boolean) as string[];
  const people = texts
    .map(peopleIn)
    .filter(({ names, numbers, whereabouts }) => names.length || numbers.length || whereabouts);
  expect(people).toEqual([]);
  expect(texts.filter((text) => text.includes('回访'))).toEqual([]);
  const bodies = ofCases('result_report').map(({ body }) => body);
  expect(new Set(bodies).size / bodies.length).toBeGreaterThan(0.9);
});

test('a report that a case was opened on stands so in its own history, and has the answer of its case', () => {
  const reports = new Map(rowsOf('report').map((row: Row) => [row.id, row]));
  const onReports = standing.filter(({ row }) => row.report_id);
  expect(onReports.length).toBeGreaterThan(15);
  for (const { row } of onReports) {
    const report = reports.get(row.report_id);
    expect([row.title, report?.state, report?.answer]).toEqual([
      row.title,
      row.answer ? 'REPLIED' : 'CASED',
      row.answer,
    ]);
  }
});

test('whenever the demo is made, every state is reached by now', () => {
  const begin = Date.parse('2026-01-01T00:17:00+08:00');
  for (let i = 0; i < 12; i++) {
    const now = new Date(begin + i * 61.7 * 86_400_000);
    const made = makeCounty({ ...WANGXI, cases: QINGHE.cases }, now, calendar, { report: 0, instruction: 0, case: 0 });
    expect(new Set(made.cases.standing.map(({ state }) => state)).size).toBe(CASE_STATES.length);
    const latest = Math.max(...rowsOf('audit', made).map(({ at }) => +new Date(at)));
    expect(latest).toBeLessThanOrEqual(+now);
  }
}, 60_000);

test('the same time gives the same cases to the last id', () => {
  const [one, two] = [make(WANGXI), make(WANGXI)];
  for (const table of ['cases', 'revisit', 'signature', 'deadline', 'result_report'])
    expect(rowsOf(table, one)).toEqual(rowsOf(table, two));
  expect(one.cases).toEqual(two.cases);
});
