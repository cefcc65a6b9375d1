import type pg from 'pg';
import { BIG_COUNTY } from './shapes.ts';

/** One in nine of the reports on the line of the big county becomes a case, some 106,000, as its days go by; everything that a case has stands beside it. */
export async function addCases(client: pg.Client): Promise<void> {
  for (const statement of [MADE, CASES, PARTICIPATION, RESULTS, REVISITS, SIGNATURES, DEADLINES, AUDIT])
    await client.query(statement);
  await client.query(`drop table made; select setval('case_no', (select max(serial) from cases))`);
}

/** An id beside another, as young as it: of ids that are made as time goes by. */
const idBeside = (id: string, what: string) => `(left(${id}::text, 24) || left(md5(${what} || ${id}::text), 12))::uuid`;

/** How far each has come: 1 registered, 2 accepted, 3 filed, 4 assigned, 5 signed for, 6 handled, 7 reported, 8 revisited, 9 closed, 10 answered. */
const MADE = `create temp table made as
  with office as (select code from unit where county_code = ${BIG_COUNTY} and kind = 'COUNTY_OFFICE'),
    departments as (select array_agg(code order by code) as codes from unit where county_code = ${BIG_COUNTY} and kind = 'DEPARTMENT'),
    leaders as (select array_agg(person_id order by code, id) as ids, array_agg(person_name order by code, id) as names from post where county_code = ${BIG_COUNTY} and role = 'LEADER'),
    clerk as (select person_id, person_name from post where county_code = ${BIG_COUNTY} and role = 'COUNTY_CLERK' order by code, id limit 1),
    reports as (select id, submitted_at, township_code, place_code, topic_code, content, row_number() over (order by submitted_at, id) as n from report where county_code = ${BIG_COUNTY} and line = 'LINE'),
    wanted as (select *, n / 9 as k, (now()::date - submitted_at::date) as age from reports where n % 9 = 0)
  select ${idBeside('r.id', "'case'")} as id, r.id as report_id, r.submitted_at as at, r.k, r.place_code, r.topic_code, left(r.content, 28) as title, r.content as brief, o.code as office,
    case when r.age > 75 then case when r.k % 50 = 0 then 6 else 10 end when r.age > 65 then 9 when r.age > 58 then 8 when r.age > 48 then 7 when r.age > 20 then 6 when r.age > 17 then 5
      when r.age > 15 then 4 when r.age > 12 then 3 when r.age > 10 then 2 else 1 end as stage,
    case when r.k % 10 < 7 then r.township_code else d.codes[1 + r.k % cardinality(d.codes)] end as main,
    case when r.k % 5 < 2 then d.codes[1 + (r.k + 1) % cardinality(d.codes)] end as co,
    case when r.k % 3 = 0 then r.township_code else o.code end as receiver,
    1 + (r.k % 12 = 0)::int as round, l.ids[1 + r.k % cardinality(l.ids)] as leader, l.names[1 + r.k % cardinality(l.ids)] as leader_name, c.person_id as clerk, c.person_name as clerk_name
  from wanted r, office o, departments d, leaders l, clerk c`;

const STATES = `(array['REGISTERED','ACCEPTED','FILED','ASSIGNED','ASSIGNED','HANDLING','REPORTED','PRE_CLOSE_VISITED','CLOSED','CLOSED'])[m.stage]`;
const DUE = `case when m.stage < 9 then (m.at + interval '60 days')::date end`;
const days = (n: number) => `m.at + interval '${n} days'`;
const from = (stage: number, value: string) => `case when m.stage >= ${stage} then ${value} end`;
const PARTS = `lateral (values (m.main, 'MAIN', 4), (m.co, 'CO', 4), (case when m.receiver <> m.office and m.receiver <> m.main then m.receiver end, 'RECEIVER', 1)) p (unit, part, stage)`;

const CASES = `insert into cases (county_code, id, serial, client_id, state, state_since, channel, purpose, title, brief, topic_code, place_code, is_first, received_on, receiver_unit_code, opened_by_id, opened_by_name, opened_at,
    report_id, decision, notice, decided_at, grade, filed_at, responsible_unit_code, co_unit_codes, sponsor_id, sponsor_name, sponsor_unit_code, section_head, handler, resolve_by, consolidation, guarantees, notice_no, assigned_at, signed_for_at, team_lead, team, plan, planned_at, round, due_on, closed_at, answered_at, answer)
  select ${BIG_COUNTY}, m.id, m.k, m.id, ${STATES}, m.at, 'REPORT', case when m.k % 4 = 0 then 'SUGGESTION' else 'APPEAL' end, m.title, m.brief, m.topic_code, m.place_code, m.k % 2 = 0, m.at::date, m.receiver, m.clerk, m.clerk_name, m.at,
    m.report_id, ${from(2, "'ACCEPTED'")}, ${from(2, "'PAPER'")}, ${from(2, days(10))}, ${from(3, "'GENERAL'")}, ${from(3, days(12))}, ${from(4, 'm.main')}, case when m.stage >= 4 and m.co is not null then jsonb_build_array(m.co) else '[]' end,
    ${from(4, 'm.leader')}, ${from(4, 'm.leader_name')}, ${from(4, 'm.office')}, ${from(4, "'农水股股长'")}, ${from(4, "'农水股干事'")}, ${from(4, '(m.at + interval $i$30 days$i$)::date')}, ${from(4, '95')},
    ${from(4, `'{"receiving": "甲岗", "coordinating": "乙岗", "supervising": "丙岗", "carryingOut": "丁岗", "reconciling": "戊岗"}'::jsonb`)}, ${from(4, "'群发 ' || m.k || '号'")}, ${from(4, days(15))}, ${from(5, days(16))}, ${from(6, "'股长'")}, '["站长", "干事"]',
    ${from(6, "'三日内到现场查看并拿出办法，十五日内办结，每三日报一次进度。'")}, ${from(6, days(18))}, m.round, ${DUE}, ${from(9, days(66))}, ${from(10, days(70))}, ${from(10, "'您反映的问题已经解决，感谢关心。'")} from made m order by m.at`;
const PARTICIPATION = `insert into participation (county_code, subject_id, unit_code, subject, part, since, at, state, due_on, signed_at, signed_by_name, serial, title)
  select ${BIG_COUNTY}, m.id, p.unit, 'CASE', p.part, ${days(15)}, m.at, ${STATES}, ${DUE}, ${from(5, days(16))}, ${from(5, "'群工专干'")}, m.k, m.title from made m, ${PARTS} where p.unit is not null and m.stage >= p.stage
  order by m.at on conflict do nothing`;
const RESULTS = `insert into result_report (county_code, id, unit_code, subject, subject_id, round, finding, body, answer, opinion_form, opinion, kept, written_by_name, written_at, signed_by_name, signed_at, signed_as, signed_hash)
  select ${BIG_COUNTY}, gen_random_uuid(), m.main, 'CASE', m.id, n, 'TRUE_RESOLVED', repeat('经现场查看，已组织人员修复，并与群众当面核对。', 6), '问题已经解决。', 'SIGNED', '满意', '专干保管', '群工专干', ${days(44)}, '主要负责人', ${days(47)}, 'PRINCIPAL', md5(m.id::text)
  from made m, generate_series(1, m.round) n where m.stage >= 7 order by m.at`;
const REVISITS = `insert into revisit (county_code, id, unit_code, subject, subject_id, round, kind, state, scheduled_at, method, told, opinion, is_solved, rating, done_by_name, done_at)
  select ${BIG_COUNTY}, ${idBeside('m.id', 'v.kind')}, m.office, 'CASE', m.id, case v.kind when 'FILING' then 1 else m.round end, v.kind, case when m.stage >= v.done then 'COMPLETED' else 'SCHEDULED' end, m.at + v.since,
    ${'case when m.stage >= v.done then'} 'PHONE' end, '已告知办理情况', '满意', m.stage >= v.done, case when m.stage >= v.done then 'SATISFIED' end, case when m.stage >= v.done then m.clerk_name end, case when m.stage >= v.done then m.at + v.since + interval '3 days' end
  from made m, (values ('FILING', 3, 6, interval '12 days'), ('PRE_CLOSE', 7, 8, interval '50 days'), ('POST_CLOSE', 9, 10, interval '66 days')) v (kind, stage, done, since) where m.stage >= v.stage order by m.at`;
const SIGNATURES = `insert into signature (county_code, id, unit_code, subject, subject_id, round, signs_as, signer_id, signer_name, hash, at)
  select ${BIG_COUNTY}, gen_random_uuid(), m.main, 'CASE', m.id, m.round, s.signs_as, gen_random_uuid(), s.name, md5(m.id::text), ${days(60)} from made m, (values ('RESPONSIBLE', '专干', 8), ('PRINCIPAL', '主要负责人', 9)) s (signs_as, name, stage)
  where m.stage >= s.stage order by m.at`;

const PROOF = `jsonb_build_object('counts', 'DAYS', 'from', to_char(m.at, 'YYYY-MM-DD'), 'counted', d.span, 'skipped', '[]'::jsonb, 'worked', '[]'::jsonb, 'rolledFrom', null, 'dueOn', to_char(m.at + d.span * interval '1 day', 'YYYY-MM-DD'), 'isProvisional', false, 'version', app.calendar_version())`;
/** By rule: from which stage on, until which, after how many days it began and by when it is due, whose it is, and of which revisit. */
const OWED = `lateral (values ('CASE_DECIDE', 1, 2, 0, 15, m.office, null), ('CASE_STATUTORY', 2, 9, 10, 60, case when m.stage < 4 then m.office else m.main end, null), ('CASE_POLICY_GENERAL', 3, 7, 12, 7, case when m.stage < 4 then m.office else m.main end, null),
  ('CASE_SIGN', 4, 5, 15, 1, m.main, null), ('CASE_CLOSE', 8, 9, 58, 10, m.office, null), ('CASE_ANSWER', 9, 10, 66, 15, m.office, null),
  ('REVISIT_FILING', 3, 6, 12, 20, m.office, 'FILING'), ('REVISIT_PRE_CLOSE', 7, 8, 50, 10, m.office, 'PRE_CLOSE'), ('REVISIT_POST_CLOSE', 9, 10, 66, 30, m.office, 'POST_CLOSE')) d (rule, stage, met, since, span, unit, kind)`;
/** By the calendar's own mark: by another each would be reckoned anew, and lie elsewhere, while somebody measures. */
const DEADLINES = `insert into deadline (county_code, id, unit_code, subject, subject_id, about, rule, state, started_at, amount, due_at, proof, calendar, ladder, met_at)
  select ${BIG_COUNTY}, gen_random_uuid(), d.unit, case when d.kind is null then 'CASE' else 'REVISIT' end, case when d.kind is null then m.id else ${idBeside('m.id', 'd.kind')} end, case when d.kind is null then '{}' else jsonb_build_object('CASE', m.id) end,
    d.rule, case when m.stage >= d.met then 'MET' else 'RUNNING' end, m.at + d.since * interval '1 day', d.span, m.at + (d.since + d.span) * interval '1 day', ${PROOF}, app.calendar_version(), '[]', case when m.stage >= d.met then m.at + (d.since + 1) * interval '1 day' end
  from made m, ${OWED} where m.stage >= d.stage order by m.at + d.since * interval '1 day'`;

const LINES = `(values ('open', 1, 0), ('decide', 2, 10), ('file', 3, 12), ('assign', 4, 15), ('signFor', 5, 16), ('plan', 6, 18), ('log', 6, 22), ('log', 6, 30), ('draftResult', 7, 44), ('submitResult', 7, 47), ('visit', 8, 58), ('sign', 9, 60), ('sign', 9, 61), ('close', 9, 66), ('answer', 10, 70)) a (deed, stage, since)`;
/** As they came in: the lines of one case lie among those of others. */
const AUDIT = `insert into audit (county_code, id, at, unit_code, subject, subject_id, about, ears, line, deed, from_state, to_state, actor_id, actor_name, actor_role, actor_unit_code, note)
  select ${BIG_COUNTY}, gen_random_uuid(), m.at + a.since * interval '1 day', m.office, 'CASE', m.id, jsonb_build_object('REPORT', m.report_id), 'LEADERS', 'LINE', a.deed, null, ${STATES}, m.clerk, m.clerk_name, 'COUNTY_CLERK', m.office, case when a.deed = 'log' then '到现场查看，与群众商定办法。' end
  from made m, ${LINES} where m.stage >= a.stage order by 3`;
