import { CHANNEL_LIMITS, type ChannelKind } from '@lxq/schema/notifications/channels.ts';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Database } from '../../platform/scope/database.ts';
import { addressIn, type Told } from '../channels/channel.address.ts';
import { one } from './answer.ts';
import { tellByMail } from './mail.ts';
import { type Message, type Outcome, type Teller, UNREACHABLE } from './outcome.ts';
import { pusher } from './push.ts';
import { tellDingtalk, tellWecom } from './robots.ts';

/** One job a channel (its `job_key`), and one at a time (its queue). */
interface Asked {
  county: number;
  channel: string;
}
/** What a turn takes: as app.take_turn answers. */
interface Turn extends Told, Pick<Message, 'kinds' | 'asStandIn'> {
  turn: string;
  attempts: number;
}
type Taken = Turn | { wait: string } | null;

/** Longer each time, and never more than an hour. */
const FIRST_AGAIN_S = 30;
const LONGEST_AGAIN_S = 3_600;
const againAfter = (attempts: number) => `${Math.min(FIRST_AGAIN_S * 2 ** (attempts - 1), LONGEST_AGAIN_S)} seconds`;
const inMs = (ms: number) => `${ms} milliseconds`;

/** Says what waits for a channel in one message, keeps how it went, and comes back for the rest. No connection is held while somebody outside is waited for. */
export async function deliver(database: Database, payload: unknown, log: Logger): Promise<void> {
  const { county, channel } = payload as Asked;
  const { jobs } = database;
  const taken = await one<Taken>(jobs, 'select app.take_turn($1, $2, $3, $4::interval)', [
    ...[county, channel],
    ...[JSON.stringify(CHANNEL_LIMITS.gapMs), `${CHANNEL_LIMITS.triedHours} hours`],
  ]);
  if (!taken) return;
  const back = 'wait' in taken ? taken.wait : await say(jobs, { county, channel }, taken, log);
  if (back) await jobs.query('select app.queue_channel($1, $2, $3)', [county, channel, back]);
}

/** When there is more of it to say; null where nothing is left. */
async function say(pool: pg.Pool, { county, channel }: Asked, turn: Turn, log: Logger): Promise<Date | null> {
  const { became, why = null, pauseMs, ends = null } = await outcomeOf(pool, { county, channel }, turn, log);
  return one<Date | null>(pool, 'select app.end_turn($1, $2, $3, $4, $5, $6::interval, $7::interval, $8)', [
    ...[county, channel, turn.turn, became, why],
    ...[pauseMs ? inMs(pauseMs) : againAfter(turn.attempts), pauseMs ? inMs(pauseMs) : null, ends],
  ]);
}

async function outcomeOf(pool: pg.Pool, { county, channel }: Asked, turn: Turn, log: Logger): Promise<Outcome> {
  const { kind, language, kinds, asStandIn } = turn;
  const address = addressIn(turn, county, channel);
  if (!address) return { became: 'FAILED', why: 'NO_KEY', ends: 'NO_KEY' };
  const tellers: Record<ChannelKind, Teller> = {
    ...{ WECOM: tellWecom, DINGTALK: tellDingtalk },
    ...{ WEB_PUSH: pusher(pool), EMAIL: tellByMail },
  };
  try {
    return await tellers[kind](address, { kinds, asStandIn, language, countyCode: county });
  } catch (error) {
    // Its code and no more: a message may name the address.
    log.info({ channel, kind, code: (error as { code?: string }).code }, 'a channel is out of reach');
    return UNREACHABLE;
  }
}
