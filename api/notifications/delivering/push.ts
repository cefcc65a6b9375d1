import { CHANNEL_LIMITS } from '@lxq/schema/notifications/channels.ts';
import type pg from 'pg';
import webPush from 'web-push';
import { opened, type Sealed, sealed, type VaultKey, vaultKeys } from '../../platform/vault/vault.ts';
import type { Address } from '../channels/channel.address.ts';
import { channelSettings, mayCall } from '../channels/channel.settings.ts';
import { headlineOf } from './message.ts';
import { GONE, type Message, type Outcome, REFUSED, type Teller, THROTTLED, UNREACHABLE } from './outcome.ts';
import { type Answer, callOutside } from './outside.ts';

/** A push service keeps a message so long for a device that is away. */
const KEPT_SECONDS = 24 * 3_600;
const bondOf = (countyCode: number) => ['push', 1, countyCode] as const;

interface Kept extends Sealed {
  publicKey: string;
}
export const sealPushKey = (privateKey: string, countyCode: number, keys: readonly VaultKey[] = vaultKeys()): Sealed =>
  sealed(privateKey, bondOf(countyCode), keys);
export const openPushKey = (kept: Sealed, countyCode: number, keys: readonly VaultKey[] = vaultKeys()) =>
  opened<string>(kept, bondOf(countyCode), keys);

/** Makes each county's pair of keys, once; without a key to seal with none are made, and nobody is pushed. */
export async function keepPushKeys(pool: pg.Pool): Promise<void> {
  if (vaultKeys().length === 0) return;
  const { rows } = await pool.query<{ county_code: number }>('select county_code from app.without_push_key()');
  for (const { county_code } of rows) {
    const { publicKey, privateKey } = webPush.generateVAPIDKeys();
    const kept = sealPushKey(privateKey, county_code);
    await pool.query('select app.keep_push_key($1, $2, $3, $4, $5)', [
      ...[county_code, publicKey],
      ...[kept.sealed, kept.nonce, kept.keyId],
    ]);
  }
}

/** Push services want to know whom to ask. */
const whom = () => {
  const { appOrigin, smtpFrom } = channelSettings();
  return appOrigin.startsWith('https:') ? appOrigin : `mailto:${smtpFrom ?? 'nobody@example.invalid'}`;
};

/** Over Web Push (RFC 8030), encrypted for the browser (RFC 8291), as the county (VAPID, RFC 8292). */
export const pusher =
  (pool: pg.Pool): Teller =>
  async (address, message) => {
    const place = new URL(address.url);
    if (!mayCall('WEB_PUSH', place)) return { became: 'FAILED', why: 'NOT_ALLOWED' };
    const pair = await pairOf(pool, message.countyCode);
    if (!pair) return { became: 'FAILED', why: 'NO_KEY', ends: 'NO_KEY' };
    return outcomeOf(await callOutside(place, requestOf(address, message, pair)));
  };

interface Pair {
  publicKey: string;
  privateKey: string;
}
async function pairOf(pool: pg.Pool, countyCode: number): Promise<Pair | null> {
  const text = 'select public_key as "publicKey", sealed, nonce, key_id as "keyId" from app.push_key_of($1)';
  const [kept] = (await pool.query<Kept>(text, [countyCode])).rows;
  const privateKey = kept && openPushKey(kept, countyCode);
  return kept && privateKey ? { publicKey: kept.publicKey, privateKey } : null;
}

function requestOf({ url, p256dh = '', auth = '' }: Address, message: Message, pair: Pair) {
  const count = Object.values(message.kinds).reduce((sum, n) => sum + n, 0);
  const { headers, body } = webPush.generateRequestDetails(
    { endpoint: url, keys: { p256dh, auth } },
    JSON.stringify({ title: headlineOf(message), count, link: '/notifications' }),
    {
      vapidDetails: { subject: whom(), ...pair },
      TTL: KEPT_SECONDS,
      contentEncoding: 'aes128gcm',
      urgency: message.kinds.URGENT_REPORT ? 'high' : 'normal',
    },
  );
  const texts = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  return { headers: Object.fromEntries(texts) as Record<string, string>, body: body ?? '' };
}

function outcomeOf({ status, retryAfter }: Answer): Outcome {
  if (status >= 200 && status < 300) return { became: 'SENT' };
  if (status === 404 || status === 410) return GONE;
  if (status === 429) return THROTTLED(pauseOf(retryAfter));
  return status >= 500 ? UNREACHABLE : REFUSED;
}

/** At most an hour, whatever a service says. */
function pauseOf(retryAfter: string | undefined): number {
  const seconds = Number(retryAfter);
  return seconds > 0 ? Math.min(seconds, 3_600) * 1_000 : CHANNEL_LIMITS.pauseMs;
}
