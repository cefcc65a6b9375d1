import {
  CHANNEL_LIMITS,
  type ChannelKind,
  ROBOT_TOKEN,
  UNIT_CHANNEL_KEEPERS,
} from '@lxq/schema/notifications/channels.ts';
import { badInput, forbidden, notFound } from '../../platform/contract/errors.ts';
import { filled } from '../../platform/contract/words.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid, newId } from '../../platform/tables/ids.ts';
import { markOf, vaultKeys } from '../../platform/vault/vault.ts';
import { NOTIFICATION_WORDS as WORDS } from '../notification.words.ts';
import { type Address, sealAddress } from './channel.address.ts';
import type { Channel } from './channel.entity.ts';
import type { ChannelsInput, NewChannelInput, QuietHoursInput } from './channel.input.ts';
import { isOwnGateway, mayCall, sendsMail } from './channel.settings.ts';
import { askCode } from './channel.verifying.ts';

/** Adds, removes, brings back and sets quiet hours, as far as each is given: what two machines of a person change at once does not undo each other. */
export async function save(scope: Scope, { add, remove, restore, quiet }: ChannelsInput): Promise<void> {
  if (scope.rights.actedById) throw badInput('channels', ...WORDS.standIn);
  const hours = quiet && hoursOf(quiet);
  for (const id of remove ?? []) await removeOne(scope, id);
  for (const id of restore ?? []) await restoreOne(scope, id);
  for (const given of add ?? []) await addOne(scope, given);
  if (hours !== undefined)
    await scope.rows(
      'update notification_channel set quiet_from = $3, quiet_to = $4 where county_code = $1 and person_id = $2',
      [...[scope.county, scope.rights.personId], ...[hours?.from ?? null, hours?.to ?? null]],
    );
}

async function addOne(scope: Scope, given: NewChannelInput): Promise<void> {
  const { kind, isOfUnit } = given;
  if (isOfUnit) mayKeepUnits(scope, kind);
  if (vaultKeys().length === 0) throw badInput('channels', ...WORDS.noKey);
  const address = addressOf(given);
  const id = newId();
  const { keyId, nonce, sealed } = sealAddress(address, { countyCode: scope.county, id, kind });
  const personId = isOfUnit ? null : scope.rights.personId;
  const mark = markOf(address.url);
  // One that has ended and comes again is a new one.
  await scope.rows(
    'delete from notification_channel where county_code = $1 and person_id is not distinct from $2 and unit_code = case when $2::uuid is null then $3 else unit_code end and mark = $4 and ended_at is not null',
    [scope.county, personId, scope.rights.unitCode, mark],
  );
  await scope.rows(
    `insert into notification_channel (county_code, id, unit_code, person_id, kind, language, sealed, nonce, key_id, mark, quiet_from, quiet_to, added_at, verified_at)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, q.quiet_from, q.quiet_to, $11, case when $5 <> 'EMAIL' then $11::timestamptz end
     from (select) one left join lateral (select quiet_from, quiet_to from notification_channel where county_code = $1 and person_id = $4 order by added_at, id limit 1) q on true
     on conflict do nothing`,
    [
      ...[scope.county, id, scope.rights.unitCode, personId, kind, scope.caller.language],
      ...[sealed, nonce, keyId, mark, scope.now],
    ],
  );
  await countAll(scope, personId);
  if (kind === 'EMAIL') await askCode(scope, id);
}
async function countAll(scope: Scope, personId: string | null): Promise<void> {
  const counted = await scope.row<{ n: number }>(
    `select count(*)::int as n from notification_channel where county_code = $1 and person_id is not distinct from $2 and ended_why is distinct from 'REMOVED'`,
    [scope.county, personId],
  );
  const { perPerson: max } = CHANNEL_LIMITS;
  if ((counted?.n ?? 0) > max) throw badInput('channels', ...filled(WORDS.many, { max }));
}

function mayKeepUnits({ rights }: Scope, kind: string): void {
  if (!UNIT_CHANNEL_KEEPERS.includes(rights.role)) throw badInput('channels', ...WORDS.unit);
  if (kind === 'WEB_PUSH' || kind === 'EMAIL') throw badInput('channels', ...WORDS.address);
}

const MAIL = /^[^\s@<>,;:"()\\]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
/** As many bytes as RFC 8291 has of each. */
const P256DH = /^[\w-]{86,88}={0,2}$/;
const AUTH = /^[\w-]{22}={0,2}$/;

function addressOf(given: NewChannelInput): Address {
  const address = given.address.trim();
  if (address.length > CHANNEL_LIMITS.address) throw badInput('address', ...WORDS.address);
  return given.kind === 'EMAIL' ? mailboxOf(address) : serviceOf(given.kind, address, given);
}
function mailboxOf(address: string): Address {
  if (!sendsMail()) throw badInput('address', ...WORDS.noMail);
  if (!MAIL.test(address)) throw badInput('address', ...WORDS.address);
  return { url: `mailto:${address}` };
}
function serviceOf(
  kind: Exclude<ChannelKind, 'EMAIL'>,
  address: string,
  { secret, p256dh, auth }: NewChannelInput,
): Address {
  if (!URL.canParse(address)) throw badInput('address', ...WORDS.address);
  const url = new URL(address);
  if (!mayCall(kind, url)) throw badInput('address', ...WORDS.host);
  if (kind !== 'WEB_PUSH' && !isOwnGateway(url) && !url.searchParams.get(ROBOT_TOKEN[kind]))
    throw badInput('address', ...filled(WORDS.token, { token: ROBOT_TOKEN[kind] }));
  if (kind !== 'WEB_PUSH') return { url: url.href, ...secretOf(kind, secret?.trim()) };
  if (!p256dh || !auth || !P256DH.test(p256dh) || !AUTH.test(auth)) throw badInput('auth', ...WORDS.keys);
  return { url: url.href, p256dh, auth };
}
function secretOf(kind: ChannelKind, secret: string | undefined): { secret?: string } {
  if (!secret) return {};
  if (kind !== 'DINGTALK' || secret.length > CHANNEL_LIMITS.secret) throw badInput('secret', ...WORDS.secret);
  return { secret };
}

/** It rings no more, and is kept until the night, for whoever erred: its address nobody can read off again. One that has ended by itself goes at once. Said twice it is removed and no more. */
async function removeOne(scope: Scope, id: string): Promise<void> {
  const { endedAt, endedWhy } = await keepable(scope, id);
  if (endedWhy === 'REMOVED') return;
  const key = [scope.county, id];
  if (endedAt) await scope.rows('delete from notification_channel where county_code = $1 and id = $2', key);
  else
    await scope.rows(
      `update notification_channel set ended_at = $3, ended_why = 'REMOVED' where county_code = $1 and id = $2`,
      [...key, scope.now],
    );
}
async function restoreOne(scope: Scope, id: string): Promise<void> {
  const { personId, endedWhy } = await keepable(scope, id);
  if (endedWhy !== 'REMOVED') return;
  await scope.rows(
    'update notification_channel set ended_at = null, ended_why = null where county_code = $1 and id = $2',
    [scope.county, id],
  );
  await countAll(scope, personId ?? null);
}
async function keepable(scope: Scope, id: string): Promise<Channel> {
  const text = 'select * from notification_channel where county_code = $1 and id = $2';
  const found = isUuid(id) ? await scope.row<Channel>(text, [scope.county, id]) : undefined;
  if (!found) throw notFound(...WORDS.channel);
  if (!found.personId) mayKeepUnits(scope, found.kind);
  return found;
}

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
function hoursOf(quiet: QuietHoursInput): { from: number; to: number } {
  const [from, to] = [quiet.from, quiet.to].map((time) => {
    const [, hour, minute] = TIME.exec(time) ?? [];
    return hour === undefined ? -1 : Number(hour) * 60 + Number(minute);
  }) as [number, number];
  if (from < 0 || to < 0 || from === to) throw badInput('quiet', ...WORDS.hours);
  return { from, to };
}

/** A message to try one, once a minute a person; how it went stands in the ledger. */
export async function tryOne(scope: Scope, id: string): Promise<void> {
  if (scope.rights.actedById) throw forbidden();
  const { trialSeconds } = CHANNEL_LIMITS;
  const found =
    isUuid(id) &&
    (await scope.row(
      `select from notification_channel where county_code = $1 and id = $2 and verified_at is not null and ended_at is null`,
      [scope.county, id],
    ));
  if (!found) throw notFound(...WORDS.channel);
  const tried = await scope.row<{ ok: boolean }>('select app.try_channel($1, $2::interval) as ok', [
    id,
    `${trialSeconds} seconds`,
  ]);
  if (!tried?.ok) throw badInput('id', ...WORDS.soon);
}
