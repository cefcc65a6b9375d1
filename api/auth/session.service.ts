import { createHash, randomBytes } from 'node:crypto';
import { LIMITS } from '@lxq/schema/limits.ts';
import { hash, verify } from '@node-rs/argon2';
import type { Database } from '../database.ts';
import { badInput, busy, CodedError, notFound } from '../errors.ts';
import { queryRows } from '../rows.ts';
import type { Caller, Rights } from '../scope.ts';

/** The cookie that carries the token; HttpOnly, so that no script reads it. */
export const SESSION_COOKIE = 'lxq_session';
/** Failures an account or an address has free before waits begin to double. */
const FREE_FAILURES = { account: 5, address: 50 };

export const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex');

async function atDoor<Row>(database: Database, text: string, values: unknown[]): Promise<Row[]> {
  const client = await database.door.connect();
  try {
    database.statements++;
    return await queryRows<Row>(client, text, values);
  } finally {
    client.release();
  }
}

/** The rights of sessions as they are now, by token hash; one that is unknown, expired, or whose post or person has ended is missing. */
export async function findManyRights(database: Database, hashes: readonly string[]): Promise<Map<string, Rights>> {
  const rows = await atDoor<Rights>(database, 'select * from app.session_find($1)', [hashes]);
  return new Map(rows.map((rights) => [rights.tokenHash, rights]));
}
export const findRights = async (database: Database, hashed: string): Promise<Rights | null> =>
  (await findManyRights(database, [hashed])).get(hashed) ?? null;

export interface SignedInSession {
  token: string;
  rights: Rights;
}

/** Opens a session; the answer to a wrong account and a wrong password takes the same time and says the same. */
export async function signIn(
  database: Database,
  account: string,
  password: string,
  caller: Caller,
): Promise<SignedInSession> {
  const name = account.trim().toLowerCase();
  if (!name || name.length > LIMITS.account.max) throw badInput('account', '请填写账号', 'Enter your account');
  if (!password || password.length > LIMITS.password.max)
    throw badInput('password', '请填写密码', 'Enter your password');
  const keys = { account: `account:${name}:${caller.address ?? ''}`, address: `address:${caller.address ?? ''}` };
  await takeTry(database, keys);
  const [login] = await atDoor<{ countyCode: number; personId: string; passwordHash: string }>(
    database,
    'select * from app.login_find($1)',
    [name],
  );
  const matches = await verify(login?.passwordHash ?? (await decoy), password);
  if (!login || !matches) throw new CodedError('UNAUTHENTICATED', '账号或密码不正确', 'Wrong account or password');
  await atDoor(database, 'select app.sign_in_succeeded($1), app.sign_in_spared($2)', [keys.account, keys.address]);
  const token = randomBytes(32).toString('base64url');
  const values = [tokenHash(token), login.countyCode, login.personId, `${caller.sessionHours} hours`];
  await atDoor(database, 'select app.session_open($1, $2, $3, $4::interval)', values);
  const rights = await findRights(database, tokenHash(token));
  if (!rights)
    throw new CodedError(
      'FORBIDDEN',
      '该账号目前没有有效岗位，请联系管理员',
      'This account has no post in force; ask your administrator',
    );
  return { token, rights };
}

/** Compared when the account does not exist, so that timing does not tell. */
const decoy = hash(randomBytes(16).toString('hex'));

/**
 * A try counts as failed until it has succeeded, so that guesses sent at once are slowed like guesses one after the other. Waits
 * belong to account and address together: a stranger who guesses cannot lock the owner out elsewhere.
 */
async function takeTry(
  database: Database,
  { account, address }: Record<keyof typeof FREE_FAILURES, string>,
): Promise<void> {
  const wait = (await waitOf(database, address, FREE_FAILURES.address)) || (await accountWait());
  if (wait > 0) throw busy(`尝试次数过多，请在 ${wait} 秒后再试`, `Too many tries; try again in ${wait} seconds`, wait);

  async function accountWait(): Promise<number> {
    const seconds = await waitOf(database, account, FREE_FAILURES.account);
    if (seconds > 0) await atDoor(database, 'select app.sign_in_spared($1)', [address]);
    return seconds;
  }
}
async function waitOf(database: Database, key: string, free: number): Promise<number> {
  const [row] = await atDoor<{ wait: number }>(database, 'select app.sign_in_try($1, $2) as wait', [key, free]);
  return row?.wait ?? 0;
}

export async function signOut(database: Database, hashed: string, everywhere: boolean): Promise<void> {
  await atDoor(database, 'select app.session_close($1, $2)', [hashed, everywhere]);
}

/** Rights follow the post: the next request of this session has the chosen post's. */
export async function choosePost(database: Database, hashed: string, postId: string): Promise<Rights> {
  const [row] = await atDoor<{ chosen: boolean }>(database, 'select app.session_choose($1, $2) as chosen', [
    hashed,
    postId,
  ]);
  const rights = row?.chosen ? await findRights(database, hashed) : null;
  if (!rights) throw notFound('该岗位', 'post');
  return rights;
}

export interface PostRow {
  id: string;
  role: Rights['role'];
  unitCode: number;
  areaCode: number;
  code: string | null;
  personName: string;
  validFrom: string;
  validTo: string | null;
}
export const postsOf = (database: Database, hashed: string) =>
  atDoor<PostRow>(database, 'select * from app.session_posts($1)', [hashed]);
