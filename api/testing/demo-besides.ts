/* What the demo has nothing of and some document shows, in SQL. */

/** Every leader of the demo waits for one and every unit acts on one, on which another follows and beside which a co-unit acts; its result is not signed. */
export const WAITING = `set session_replication_role = replica;
  create temp table open as select id, leader_id from (
    select distinct on (leader_id) id, leader_id from instruction where due_on < current_date - 1 and state = 'CLOSED' order by leader_id, instructed_at desc) late
    union select id, leader_id from (
    select distinct on (responsible_unit_code) id, leader_id from instruction where state = 'CLOSED' and county_code = 990101 order by responsible_unit_code, instructed_at) each_unit;
  update instruction i set state = 'HANDLING', co_unit_codes = '[990101101000000]' from open where open.id = i.id;
  update participation p set state = 'HANDLING' from open where open.id = p.subject_id;
  update result_report r set signed_at = null from open where open.id = r.subject_id;
  update deadline d set state = 'RUNNING', met_at = null from open where open.id = d.subject_id;
  update deadline set proof = proof || '{"skipped": [{"from": "2026-10-01", "to": "2026-10-07", "why": "HOLIDAY", "name": "国庆节"}], "worked": [{"day": "2026-10-10", "name": "国庆节"}]}' where state = 'RUNNING';
  update instruction set parent_id = (select id from instruction where state = 'HANDLING' and county_code = 990101 order by instructed_at limit 1)
    where id in (select id from instruction where state = 'CLOSED' and county_code = 990101 order by instructed_at limit 3);
  drop table open; reset session_replication_role`;
/** Nobody in it has arranged a list, kept a view or made a token, and no issue is under review. */
export const OWN = `insert into preference (county_code, person_id, screen, kept) select distinct county_code, person_id, 'DESK', '{"density": "CLOSE", "sequence": ["01990000-0000-7000-8000-000000000002"]}'::jsonb from post where county_code = 990101;
  insert into saved_view (county_code, id, unit_code, desk, person_id, maker_name, screen, name, filter)
    select distinct on (person_id) county_code, gen_random_uuid(), unit_code, 'TOWNSHIP', person_id, person_name, 'DESK', '紧急', '{"topics": ["GONE"]}'::jsonb from post where county_code = 990101 and role = 'TOWNSHIP_CLERK';
  insert into access_token (county_code, id, person_id, post_id, token_hash, name, prefix, scopes, expires_at, used_on)
    select county_code, gen_random_uuid(), person_id, id, 'of ' || id, '统计程序', 'lxq_abcdef', '{TABLES}', now() + interval '9 days', current_date from post where county_code = 990101 and role in ('TOWNSHIP_CLERK', 'ANALYST')`;

/** What addCases() adds, and what is not due yet, has reminded nobody. */
export const REMINDED = `insert into reminder (county_code, deadline_id, rung, unit_code, addressee, sent_at)
  select county_code, id, 'AT', unit_code, 'HANDLER', now() from deadline on conflict do nothing`;

/** No desk of the demo has markers yet: every station has one, on all that lies there. */
export const MARKED = `with marker as (insert into marker (county_code, id, unit_code, word, colour)
    select distinct on (unit_code) county_code, gen_random_uuid(), unit_code, '待核实', 'BLUE' from post where county_code = 990101 and role in ('TOWNSHIP_CLERK', 'COUNTY_CLERK')
    returning county_code, id, unit_code)
  insert into marked (county_code, marker_id, subject_id, subject, unit_code, by_id, marked_at)
    select r.county_code, m.id, r.id, 'REPORT', m.unit_code, r.author_id, now() from report r join marker m on m.county_code = r.county_code and m.unit_code in (r.township_code, 990101000000000)
    where r.line <> 'SEALED'`;

/** Nor does a report lie before leaders. */
export const PRESENTED = `insert into presentation (county_code, id, report_id, leader_id, leader_name, state_since, presented_by_id, presented_by_name, presented_at)
  select r.county_code, gen_random_uuid(), r.id, p.person_id, p.person_name, now(), r.author_id, '某', now() from post p join
    (select * from report where county_code = 990101 and state = 'DIGESTED' order by id limit 1) r on p.county_code = r.county_code where p.role = 'LEADER'`;

/** Every leader has named the clerk who signs in as one, and an alert waits for each. */
export const NAMED = `insert into secretary (county_code, id, leader_id, leader_name, leader_post_id, person_id, person_name, post_id, named_at)
    select l.county_code, gen_random_uuid(), l.person_id, l.person_name, l.id, p.person_id, p.person_name, p.id, now() from post l
    join post p on p.county_code = l.county_code and p.role = 'COUNTY_CLERK' join login a on a.person_id = p.person_id and a.account = 'county.clerk' where l.role = 'LEADER' and l.valid_to is null;
  update alert set acknowledged_at = null, withdrawn_at = null, raised_at = now() where id in (select distinct on (leader_id) id from alert where line <> 'SEALED' order by leader_id, raised_at desc)`;

/** What attachments have a line in their thing's history. */
const historyOf = (
  subject: string,
) => `insert into audit (county_code, id, unit_code, at, subject, subject_id, deed, actor_id, actor_name, actor_role, author_id, line, detail)
    select a.county_code, gen_random_uuid(), coalesce(r.unit_code, 990101000000000), a.created_at, a.subject, a.subject_id, 'attach', a.author_id, '某', 'OFFICER', r.author_id, coalesce(r.line, 'LINE'),
      jsonb_build_object('attachments', jsonb_build_array(jsonb_build_object('id', a.id, 'kind', a.kind)))
    from attachment a left join report r on r.county_code = a.county_code and r.id = a.subject_id where a.subject = '${subject}'`;

/** A photo of every report is awaited: officers' phones read them with their reports. */
export const ATTACHED = `insert into attachment (county_code, id, subject, subject_id, author_id, client_id, position, kind, sha256, size, created_at)
    select county_code, gen_random_uuid(), 'REPORT', id, author_id, gen_random_uuid(), 0, 'PHOTO', repeat('a', 64), 1, submitted_at from report where county_code = 990101;
  update attachment set state = 'ARRIVED', stored_sha256 = repeat('b', 64), stored_size = 1, media_type = 'image/jpeg', width = 1, height = 1, arrived_at = now() where county_code = 990101;
  update report set attachments_promised = 1, attachments_arrived = 1 where county_code = 990101;
  ${historyOf('REPORT')}`;

/** Nobody has a channel that leads out of the house: everybody a robot, over which one thing went. */
export const RUNG = `update notification set spread_at = now() where spread_at is null;
  with channel as (insert into notification_channel (county_code, id, unit_code, person_id, kind, language, sealed, nonce, key_id, mark, added_at)
    select distinct on (person_id) county_code, gen_random_uuid(), unit_code, person_id, 'WECOM', 'zh', '\\x00', '\\x00', 'gone', person_id::text as mark, now() from post where county_code = 990101 order by person_id
    returning county_code, id, unit_code, person_id),
  told as (insert into notification (county_code, id, unit_code, person_id, kind, why, subject, key, created_at, spread_at)
    select county_code, gen_random_uuid(), unit_code, person_id, 'TRIAL', 'ASKED', 'CHANNEL', 'rung', now(), now() from channel returning county_code, id, unit_code, person_id)
  insert into notification_delivery (county_code, notification_id, channel_id, unit_code, person_id, kind, channel, key, state, not_before, queued_at)
    select t.county_code, t.id, c.id, t.unit_code, t.person_id, 'TRIAL', 'WECOM', 'rung', 'SENT', now(), now() from told t join channel c using (county_code, person_id)`;

export const CONTACT = '01990000-0000-7000-8000-000000000001';
/** Nor has anybody in it said how a villager is reached: a contact that was looked at and is forgotten. */
export const CONTACTED = `with kept as (
    insert into contact (county_code, unit_code, id, subject, subject_id, author_id, line, kept_by_id, kept_at, forgotten_at)
      select county_code, unit_code, '${CONTACT}', 'REPORT', id, author_id, line, author_id, submitted_at, now() from report
      where county_code = 990101 and line = 'LINE' order by id desc limit 1 returning *)
    insert into contact_opening (county_code, unit_code, id, contact_id, subject_id, line, at, person_id, person_name, person_role, reason)
    select county_code, unit_code, gen_random_uuid(), id, subject_id, line, kept_at, author_id, '某', 'TOWNSHIP_CLERK', '回访群众意见' from kept`;

/** Nor have cases and revisits pictures, or items of issues one of their reports'. */
export const PICTURED = `insert into attachment (county_code, id, subject, subject_id, author_id, client_id, position, kind, sha256, size, created_at)
    select county_code, gen_random_uuid(), 'CASE', id, opened_by_id, gen_random_uuid(), 0, 'PHOTO', repeat('a', 64), 1, opened_at from cases
    union all select county_code, gen_random_uuid(), 'REVISIT', id, id, gen_random_uuid(), 0, 'PHOTO', repeat('a', 64), 1, scheduled_at from revisit;
  ${historyOf('CASE')};
  set session_replication_role = replica;
  update digest_item i set pictures = array[a.id] from digest_item_report s join attachment a on a.county_code = s.county_code and a.subject_id = s.report_id
    where s.county_code = i.county_code and s.item_id = i.id;
  update digest_version set pictures = array['x'];
  insert into digest_picture (county_code, item_id, place, digest_id, attachment_id, subject_id, sha256)
    select i.county_code, i.id, 'FIRST', i.digest_id, a.id, a.subject_id, a.stored_sha256 from digest_item i join attachment a on a.id = i.pictures[1];
  reset session_replication_role`;
