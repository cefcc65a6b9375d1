import { CASE_STATES } from '@lxq/schema/cases/case-states.ts';
import type pg from 'pg';

/*
 * A case of every state in the demo county, with something in each of its lists: for tests that ask every stored document of a database that was seeded. Triggers are off
 * meanwhile, because cases are moved by deeds alone.
 */
const STATEMENTS = [
  `set session_replication_role = replica`,
  `insert into cases (county_code, id, client_id, state, state_since, channel, purpose, title, brief, topic_code, place_code, received_on, receiver_unit_code, opened_by_id, opened_by_name, opened_at,
     concerns_unit_codes, report_id, instruction_id, grade, filed_at, responsible_unit_code, co_unit_codes, outsiders, sponsor_name, sponsor_unit_code, co_leaders, guarantees, notice_no, assigned_at, signed_for_at, team, due_on)
   select 990101, gen_random_uuid(), gen_random_uuid(), s.state, now(), case n % 3 when 0 then 'REPORT' when 1 then 'INSTRUCTION' else 'WALK_IN' end, 'APPEAL', '机井三天抽不上水', '四十多户到邻村挑水吃。', t.code,
     990101101000000, current_date - 3, 990101000000000, gen_random_uuid(), '某', now() - interval '300 days' + n * interval '1 minute', '[990101102000000]',
     case n % 3 when 0 then (select id from report where county_code = 990101 and line = 'LINE' order by submitted_at desc limit 1) end,
     case n % 3 when 1 then (select id from instruction where county_code = 990101 and report_id is not null order by instructed_at limit 1) end,
     'GENERAL', now(), 990101101000000, '[990101101201000]', '["县红十字会"]', '某', 990101101000000, '["某某"]',
     '{"receiving": "甲", "coordinating": "乙", "supervising": "丙", "carryingOut": "丁", "reconciling": "戊"}', '测发〔2026〕' || n || '号', now(), now(), '["某某"]', current_date - 1
   from unnest($1::text[]) with ordinality s (state, n), (select code from term where county_code = 990101 and kind = 'TOPIC' order by code limit 1) t`,
  `create temp table made as select * from cases where opened_by_name = '某'`,
  `insert into participation (county_code, subject_id, unit_code, subject, part, since, at, state, due_on, signed_at, signed_by_name)
   select county_code, id, u.code, 'CASE', u.part, opened_at, opened_at, state, due_on, now(), '某' from made, (values (990101101000000, 'MAIN'), (990101101201000, 'CO')) u (code, part)`,
  `insert into result_report (county_code, id, unit_code, subject, subject_id, round, finding, body, answer, opinion_form, opinion, kept, written_by_name, written_at, signed_at, signed_hash, signed_by_name)
   select county_code, gen_random_uuid(), responsible_unit_code, 'CASE', id, 1, 'TRUE_RESOLVED', '已更换水泵。', '机井已修好。', 'SIGNED', '满意', '某', '某', now(), case when state <> 'HANDLING' then now() end, 'x', '某' from made`,
  `insert into revisit (county_code, id, unit_code, subject, subject_id, round, kind, state, scheduled_at, attempts)
   select county_code, gen_random_uuid(), u.code, 'CASE', id, 1, u.kind, 'ATTEMPTED', opened_at, '[{"at": "2026-01-01T00:00:00Z", "method": "PHONE", "note": "无人接听", "byName": "某"}]'
   from made, (values (990101000000000, 'PRE_CLOSE'), (990101102000000, 'POST_CLOSE'), (990101102201000, 'FILING')) u (code, kind)`,
  `insert into signature (county_code, id, unit_code, subject, subject_id, round, signs_as, signer_id, signer_name, hash, at)
   select county_code, gen_random_uuid(), responsible_unit_code, 'CASE', id, 1, 'RESPONSIBLE', gen_random_uuid(), '某', 'x', now() from made where state <> 'PRE_CLOSE_VISITED'`,
  `insert into deadline (county_code, id, unit_code, subject, subject_id, rule, state, started_at, amount, due_at, proof, calendar, ladder)
   select d.county_code, gen_random_uuid(), o.unit, o.subject, o.id, o.rule, 'RUNNING', d.started_at, d.amount, d.due_at, d.proof, d.calendar, d.ladder
   from (select * from deadline where county_code = 990101 and state = 'RUNNING' limit 1) d, (select 'CASE' as subject, id, 'CASE_STATUTORY' as rule, responsible_unit_code as unit from made
     union all select 'ORDER', id, 'ORDER_RESULT', unit_code from guidance_order union all select 'CENSURE', id, 'CENSURE_RECTIFY', unit_code from censure
     union all select 'REVISIT', id, 'REVISIT_' || kind, unit_code from revisit where subject_id in (select id from made)) o`,
  `insert into audit (county_code, id, unit_code, at, subject, subject_id, deed, note, ears, actor_id, actor_name, actor_role)
   select county_code, gen_random_uuid(), 990101000000000, opened_at, 'CASE', id, 'openCase', null, 'LEADERS', opened_by_id, opened_by_name, 'COUNTY_CLERK' from made`,
  `insert into paper (county_code, id, unit_code, kind, subject, subject_id, source_id, round, issuer_name, year, serial, no, title, issued_at, blocks, hash)
   select county_code, gen_random_uuid(), receiver_unit_code, 'DECISION_NOTICE', 'CASE', id, id, 1, '县群工办', 2026, row_number() over (order by id), '告字〔2026〕' || row_number() over (order by id) || '号', '信访事项受理告知书',
     now(), '[{"role": "headline", "text": "信访事项受理告知书"}]', '' from made`,
  `insert into paper (county_code, id, unit_code, kind, subject, subject_id, source_id, round, issuer_name, year, serial, no, title, issued_at, blocks, hash)
   select 990101, gen_random_uuid(), 990101000000000, p.kind, p.subject, p.subject_id, p.source_id, 1, '县群工办', 2026, row_number() over (partition by p.kind order by p.source_id), '某号', '某', now(), '[]', ''
   from (select 'REVISIT_SHEET' as kind, subject, subject_id, id as source_id from revisit where subject_id in (select id from made)
     union all select kind || '_ORDER', 'ORDER', id, id from guidance_order where state <> 'DRAFT' union all select 'CENSURE_NOTICE', 'CENSURE', id, id from censure) p`,
  `update revisit set attempts = '[{"at": "2026-01-01T00:00:00Z", "method": "PHONE", "note": "无人接听", "byName": "某"}]' where subject = 'INSTRUCTION'`,
  `insert into case_linkage (county_code, id, case_id, kind, reference, may_tell, by_name, at)
   select county_code, gen_random_uuid(), id, 'SUPERVISION', '督〔2026〕7号', '已转督办', '某', now() from made`,
  `drop table made; reset session_replication_role`,
];
export async function addCases(admin: pg.Client): Promise<void> {
  for (const text of STATEMENTS) await admin.query(text, text.includes('$1') ? [CASE_STATES] : []);
}
