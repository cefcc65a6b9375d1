-- What is attached to things, and what becomes of its bytes (docs/decisions/0043). Run by lxq_owner; safe to run again.
set check_function_bodies = off;

/* What was promised stands, for whoever asks, the table's owner too: other bytes are another attachment. It begins awaited, is decided once, and what was decided
   stays unless the bytes have gone. */
create or replace function app.keep_attachment() returns trigger language plpgsql
as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'AWAITED' or new.stored_sha256 is not null or new.refused_for is not null or new.arrived_at is not null or new.withdrawn_at is not null then
      raise exception 'an attachment begins awaited' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (new.county_code, new.id, new.subject, new.subject_id, new.author_id, new.client_id, new.kind, new.sha256, new.size, new.name, new.seconds, new.created_at)
    is distinct from (old.county_code, old.id, old.subject, old.subject_id, old.author_id, old.client_id, old.kind, old.sha256, old.size, old.name, old.seconds, old.created_at) then
    raise exception 'what was promised of an attachment stays' using errcode = 'insufficient_privilege';
  end if;
  if new.state <> old.state and old.state <> 'AWAITED' and not (old.state = 'ARRIVED' and new.state = 'AWAITED' and old.stored_sha256 is null) then
    raise exception 'an attachment is decided once' using errcode = 'check_violation';
  end if;
  if new.state = 'ARRIVED' and new.stored_sha256 is null and new.withdrawn_at is null or new.state = 'REFUSED' and new.refused_for is null then
    raise exception 'what arrived is there, and what was refused says why' using errcode = 'check_violation';
  end if;
  return new;
end $$;

revoke all on function app.keep_attachment() from public;

/* Lets go of the bytes of what was taken back before then; how many. What no row knows any more goes from the store the same night. */
create or replace function app.leave_attachments(before timestamptz) returns int language sql volatile security definer set search_path = public, pg_temp
as $$
  with gone as (
    update attachment a set stored_sha256 = null, stored_size = null where a.stored_sha256 is not null and a.withdrawn_at < leave_attachments.before returning 1)
  select count(*)::int from gone
$$;

/* Of keys in the store those that no row knows. */
create or replace function app.unknown_attachments(keys text[]) returns setof text language sql stable security definer set search_path = public, pg_temp
as $$
  select k.key from unnest(keys) k (key)
  where not exists (select from attachment a where a.county_code = (substring(k.key from '^(\d{1,9})/'))::int
    and a.subject_id = (substring(k.key from '/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/'))::uuid and a.stored_sha256 = substring(k.key from '/([0-9a-f]{64})(?:\.small)?$'))
    -- what was printed stays printed, whatever becomes of the report that it came from
    and not exists (select from digest_picture p where p.county_code = (substring(k.key from '^(\d{1,9})/'))::int
      and p.subject_id = (substring(k.key from '/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/'))::uuid and p.sha256 = substring(k.key from '/([0-9a-f]{64})(?:\.small)?$'))
    -- an export's file, which goes with its row (exports.sql)
    and not exists (select from table_export e where e.county_code = (substring(k.key from '^(\d{1,9})/'))::int
      and e.id = (substring(k.key from '/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/'))::uuid
      and e.run = (substring(k.key from '/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.export$'))::uuid and e.state in ('RUNNING', 'READY'))
$$;

-- ── pictures in an issue (docs/decisions/0047) ──
/* Whether an item of an issue may carry a picture now: one that has come and stands, of a report that the item rests on and that is not sealed. Asked as whoever asks sees. */
create or replace function app.may_carry(county int, item uuid, picture uuid) returns boolean language sql stable
as $$
  select exists (
    select from public.attachment a join public.digest_item_report l on l.county_code = a.county_code and l.report_id = a.subject_id and l.item_id = may_carry.item
      join public.report r on r.county_code = a.county_code and r.id = a.subject_id
    where a.county_code = may_carry.county and a.id = may_carry.picture and a.subject = 'REPORT' and a.kind = 'PHOTO' and a.state = 'ARRIVED'
      and a.stored_sha256 is not null and a.withdrawn_at is null and r.line <> 'SEALED')
$$;

/* What is chosen anew; what was chosen and has gone since is named by the checks. Asked at the commit, when the item's sources stand. */
create or replace function app.keep_chosen_pictures() returns trigger language plpgsql
as $$
declare
  fresh uuid[] := new.pictures;
begin
  if current_user not like 'at\_%' then return null; end if;
  if tg_op = 'UPDATE' then fresh := array(select unnest(new.pictures) except select unnest(old.pictures)); end if;
  if exists (select from unnest(fresh) f (id) where not app.may_carry(new.county_code, new.id, f.id)) then
    raise exception 'an item carries pictures of its own sources' using errcode = 'check_violation';
  end if;
  return null;
end $$;

/* Printed is what was chosen and may be carried at this moment. */
create or replace function app.keep_printed_picture() returns trigger language plpgsql
as $$
begin
  if current_user not like 'at\_%' then return new; end if;
  if not app.may_carry(new.county_code, new.item_id, new.attachment_id)
    or not exists (select from public.digest_item i where i.county_code = new.county_code and i.id = new.item_id and i.digest_id = new.digest_id and new.attachment_id = any(i.pictures))
    or not exists (select from public.attachment a where a.county_code = new.county_code and a.id = new.attachment_id and (a.subject_id, a.stored_sha256) = (new.subject_id, new.sha256)) then
    raise exception 'an issue prints the pictures that its items carry' using errcode = 'check_violation';
  end if;
  return new;
end $$;

revoke all on function app.may_carry(int, uuid, uuid), app.keep_chosen_pictures(), app.keep_printed_picture() from public;
grant execute on function app.may_carry(int, uuid, uuid) to at_county;
revoke all on function app.leave_attachments(timestamptz), app.unknown_attachments(text[]) from public;
grant execute on function app.leave_attachments(timestamptz), app.unknown_attachments(text[]) to lxq_jobs;
