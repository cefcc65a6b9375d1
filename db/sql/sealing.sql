-- What accuses somebody goes to the discipline desk alone (Art. 30), whatever line was chosen. Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* History, words, alerts, contact and what is written of attachments of a sealed report are as sealed as the report: nobody below or beside the discipline desk reads them any more. */
create or replace function app.seal_history(report uuid) returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform from report r where r.county_code = app.county() and r.id = seal_history.report and r.line = 'SEALED';
  if not found then raise exception 'this report is not sealed' using errcode = 'insufficient_privilege'; end if;
  update audit a set line = 'SEALED' where a.county_code = app.county() and a.subject_id = seal_history.report and a.line <> 'SEALED';
  update report_search s set line = 'SEALED' where s.county_code = app.county() and s.report_id = seal_history.report;
  -- What desks put beside it speaks of it, and they do not handle it any more.
  delete from assignment a where a.county_code = app.county() and a.subject_id = seal_history.report;
  delete from marked m where m.county_code = app.county() and m.subject_id = seal_history.report;
  delete from urge u where u.county_code = app.county() and u.subject_id = seal_history.report;
  update contact c set line = 'SEALED' where c.county_code = app.county() and c.subject_id = seal_history.report;
  update contact_opening o set line = 'SEALED' where o.county_code = app.county()
    and o.contact_id in (select c.id from contact c where c.county_code = app.county() and c.subject_id = seal_history.report);
  update audit a set line = 'SEALED' where a.county_code = app.county() and a.line <> 'SEALED'
    and a.subject_id in (select c.id from contact c where c.county_code = app.county() and c.subject_id = seal_history.report);
  update audit a set line = 'SEALED' where a.county_code = app.county() and a.line <> 'SEALED'
    and a.subject_id in (select p.id from presentation p where p.county_code = app.county() and p.report_id = seal_history.report);
  delete from presentation p where p.county_code = app.county() and p.report_id = seal_history.report;
  update audit a set line = 'SEALED' where a.county_code = app.county() and a.line <> 'SEALED'
    and a.subject_id in (select t.id from attachment t where t.county_code = app.county() and t.subject_id = seal_history.report);
  update audit a set line = 'SEALED' where a.county_code = app.county() and a.line <> 'SEALED'
    and a.subject_id in (select t.id from alert t where t.county_code = app.county() and t.report_id = seal_history.report);
  update alert a set line = 'SEALED', withdrawn_at = coalesce(a.withdrawn_at, app.now()) where a.county_code = app.county() and a.report_id = seal_history.report;
  update notification_delivery d set line = 'SEALED' where d.county_code = app.county() and d.line <> 'SEALED' and d.notification_id in (
    select n.id from notification n where n.county_code = app.county() and n.subject_id = seal_history.report);
  update notification n set line = 'SEALED' where n.county_code = app.county() and n.subject_id = seal_history.report and n.line <> 'SEALED';
end $$;

/* Gives a report that the caller sees an accusation's topic and seals it. A desk cannot do that by its own rights: the row leaves its sight. */
create or replace function app.seal_report(report uuid, topic text) returns void language plpgsql security definer set search_path = public, pg_temp
as $$
declare member uuid;
begin
  update report r set line = 'SEALED', topic_code = topic, version = r.version + 1
  where r.county_code = app.county() and r.id = seal_report.report and r.line <> 'SEALED'
    and case app.level() when 'COUNTY' then true when 'ADMIN' then true when 'TOWNSHIP' then r.township_code = app.unit() and r.line = 'LINE' else false end
    and exists (select from term t where t.county_code = r.county_code and t.kind = 'TOPIC' and t.code = topic and t.is_accusation);
  if not found then raise exception 'nothing to seal' using errcode = 'insufficient_privilege'; end if;
  perform app.seal_history(report);
  -- What was merged into it is the same matter in other words.
  for member in update report r set line = 'SEALED', topic_code = topic, version = r.version + 1
    where r.county_code = app.county() and r.master_id = seal_report.report and r.line <> 'SEALED' returning r.id
  loop
    perform app.seal_history(member);
  end loop;
  perform app.raise_alerts(report); -- an urgent one calls the discipline desk instead
end $$;

revoke all on function app.seal_history(uuid), app.seal_report(uuid, text) from public;
grant execute on function app.seal_history(uuid) to at_officer;
grant execute on function app.seal_report(uuid, text) to at_county, at_township;
