import { randomBytes } from 'node:crypto';
import type { TokenScope } from '@lxq/schema/access-tokens.ts';
import { addDays, dayOf, endOf } from '@lxq/schema/calendar.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { lengthProblem } from '@lxq/schema/problems.ts';
import { badInput, notFound } from '../../platform/contract/errors.ts';
import { filled, LENGTH, refuseFirst } from '../../platform/contract/words.ts';
import { record } from '../../platform/deeds/audit.service.ts';
import { tokenHash } from '../../platform/scope/rights.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid, newId } from '../../platform/tables/ids.ts';
import type { AccessToken, CreatedToken } from './access-token.entity.ts';
import { TOKEN_WORDS } from './access-token.words.ts';

const { token: LIMIT } = LIMITS;
/** A mark by which one is known where it should not lie, in a repository say. */
const BEGINS = 'lxq_';
const SHOWN = BEGINS.length + 6;

export interface Wanted {
  name: string;
  scopes: readonly TokenScope[];
  /** Its last day; 90 from today where nobody says. */
  expiresOn?: string | null;
}

/** 256 random bits, of which the database has the hash: whoever reads it cannot come in with what they read. */
export async function create(scope: Scope, wanted: Wanted): Promise<CreatedToken> {
  const { name, scopes, until } = checked(scope, wanted);
  const secret = BEGINS + randomBytes(32).toString('base64url');
  const [id, prefix] = [newId(), secret.slice(0, SHOWN)];
  const { postId, unitCode } = scope.rights;
  const row = await scope.row<{ made: boolean }>('select app.create_token($1, $2, $3, $4, $5, $6, $7, $8) as made', [
    ...[id, postId, tokenHash(secret), name, prefix, scopes, until, LIMIT.perPerson],
  ]);
  if (!row?.made) throw badInput('tokens', ...filled(TOKEN_WORDS.tooMany, { max: LIMIT.perPerson }));
  const detail = { prefix, scopes, expiresOn: dayOf(new Date(+until - 1)) };
  await record(scope, { ...subjectOf(id), unitCode }, { deed: 'createToken', note: name, detail });
  return { token: await one(scope, id), secret };
}

/** It is good for nothing from the next request on, and its sockets close when its rights are read next, within five seconds. */
export async function revoke(scope: Scope, id: string): Promise<AccessToken> {
  const row = isUuid(id)
    ? await scope.row<{ ended: boolean }>('select app.revoke_token($1) as ended', [id])
    : undefined;
  if (!row?.ended) throw notFound(...TOKEN_WORDS.token);
  const token = await one(scope, id);
  const { unitCode } = scope.rights;
  await record(scope, { ...subjectOf(id), unitCode }, { deed: 'revokeToken', note: token.name });
  return token;
}

export const list = (scope: Scope) => scope.rows<AccessToken>('select * from app.tokens_of()');

async function one(scope: Scope, id: string): Promise<AccessToken> {
  const found = (await list(scope)).find((token) => token.id === id);
  if (!found) throw notFound(...TOKEN_WORDS.token);
  return found;
}

/** Its lines are the owner's business, and read by nobody of the county. */
const subjectOf = (id: string) => ({ subject: 'TOKEN', subjectId: id, ears: 'UNIT' }) as const;

function checked(scope: Scope, { name, scopes, expiresOn }: Wanted) {
  if (scope.rights.actedById) throw badInput('tokens', ...TOKEN_WORDS.standIn);
  const trimmed = name.trim();
  refuseFirst(lengthProblem('name', trimmed, LIMIT.name), { 'name.SHORT': LENGTH, 'name.LONG': LENGTH });
  if (scopes.length === 0) throw badInput('scopes', ...TOKEN_WORDS.scopes);
  const today = dayOf(scope.now);
  const on = expiresOn ?? addDays(today, LIMIT.days);
  const last = addDays(today, LIMIT.mostDays);
  if (on < today || on > last) throw badInput('expiresOn', ...filled(TOKEN_WORDS.days, { last }));
  return { name: trimmed, scopes: [...new Set(scopes)], until: endOf(on) };
}
