import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { LIMITS } from '@lxq/schema/limits.ts';
import { hashRaw } from '@node-rs/argon2';
import { badInput, busy, CodedError } from '../platform/contract/errors.ts';
import { filled } from '../platform/contract/words.ts';
import { blockOf } from '../platform/gate/address-block.ts';
import { Turns } from '../platform/gate/turns.ts';
import type { Caller } from '../platform/scope/caller.ts';
import type { Database } from '../platform/scope/database.ts';
import type { Rights } from '../platform/scope/rights.ts';
import { atDoor, findRights, tokenHash } from '../platform/scope/rights.ts';
import { deviceOf } from './device.words.ts';
import { SIGN_IN_WORDS } from './sign-in.words.ts';

export interface Credentials {
  account: string;
  password: string;
  /** The mark of a device, when a program sends it itself. */
  device?: string | null;
}
export interface SignedInSession {
  token: string;
  rights: Rights;
  mark: string;
}

/** Marks that a device keeps: people take turns at the computer of a village room. */
const MOST_MARKS = 5;
const LONGEST_MARK = 80;

/** Deriving takes a core for some twenty milliseconds, and 19 MiB: a line of fifty has waited a second. */
const turns = new Turns({ inAll: Math.max(1, availableParallelism() - 1), waiting: 50, isByLot: true });

/**
 * Opens a session; the answer to a wrong account and a wrong password takes the same time and says the same. How tries are counted
 * stands in db/sql/sign-in.sql: the database compares and counts, this process only derives.
 */
export async function signIn(database: Database, credentials: Credentials, caller: Caller): Promise<SignedInSession> {
  const { account, password } = checked(credentials);
  const address = blockOf(caller.address);
  const marks = marksOf(credentials, caller);
  const [asked] = await atDoor<{ wait: number; salt: string; isKnown: boolean }>(
    database,
    'select wait, salt, is_known from app.sign_in_salt($1, $2, $3)',
    [account, address, marks],
  );
  if (!asked || asked.wait > 0) throw tooMany(asked?.wait ?? 1);
  const token = randomBytes(32).toString('base64url');
  // A known device has a line of its own.
  const line = asked.isKnown ? 'known devices' : address;
  const judge = async () => {
    const derived = await derive(password, asked.salt);
    return judged(database, [
      account,
      derived,
      address,
      marks,
      tokenHash(token),
      `${caller.sessionHours} hours`,
      caller.tokenHash,
      deviceOf(caller.userAgent),
    ]);
  };
  const mark = await turns.take(line, judge, crowded);
  const rights = await findRights(database, tokenHash(token));
  if (!rights) throw new CodedError('FORBIDDEN', ...SIGN_IN_WORDS.noPost);
  const kept = [mark, ...marks.filter((one) => nameOf(one) !== nameOf(mark))].slice(0, MOST_MARKS);
  caller.setMarks?.(kept, rights.personId);
  return { token, rights, mark };
}

function checked({ account, password }: Credentials): { account: string; password: string } {
  const name = account.trim().toLowerCase();
  if (!name || name.length > LIMITS.account.max) throw badInput('account', ...SIGN_IN_WORDS.account);
  if (!password || password.length > LIMITS.password.max) throw badInput('password', ...SIGN_IN_WORDS.password);
  return { account: name, password };
}

const marksOf = ({ device }: Credentials, { marks = [] }: Caller): string[] =>
  [...(device ? [device] : []), ...marks].filter((mark) => mark.length <= LONGEST_MARK).slice(0, MOST_MARKS);
const nameOf = (mark: string) => mark.split('.')[1];

const tooMany = (wait: number) => busy(...filled(SIGN_IN_WORDS.tooMany, { wait }), wait);

const crowded = () => {
  throw busy(...SIGN_IN_WORDS.crowded, 2);
};

/** The device's mark when the password is right. */
async function judged(database: Database, values: unknown[]): Promise<string> {
  const [row] = await atDoor<{ wait: number; mark: string | null }>(
    database,
    'select wait, mark from app.sign_in($1, $2, $3, $4, $5, $6::interval, $7, $8)',
    values,
  );
  if (row && row.wait > 0) throw tooMany(row.wait);
  if (!row?.mark) throw new CodedError('UNAUTHENTICATED', ...SIGN_IN_WORDS.wrong);
  return row.mark;
}

/** What stands behind the last $ of a PHC string that begins with `salt`. */
async function derive(password: string, salt: string): Promise<string> {
  const [, m, t, p, bytes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)$/.exec(salt) ?? [];
  if (!bytes) throw new Error('a password is not stored as argon2id');
  const cost = { memoryCost: Number(m), timeCost: Number(t), parallelism: Number(p) };
  const derived = await hashRaw(password, { ...cost, salt: Buffer.from(bytes, 'base64') });
  return derived.toString('base64').replace(/=+$/, '');
}
