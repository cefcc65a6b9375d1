import { hash } from '@node-rs/argon2';
import { Changes } from './changes.ts';
import type { WriteContext } from './kind.ts';
import { networkProblems } from './network.problems.ts';
import { makePassword } from './passwords.ts';
import type { PersonLine } from './people.check.ts';
import { personId } from './person-ref.ts';
import type { Query } from './transaction.ts';
import { upsert } from './upsert.ts';

interface PersonRow {
  county_code: number;
  id: string;
  name: string;
  is_active: boolean;
}

/** Adds and changes people; whoever is given an account for the first time gets a password made at random. */
export async function writePeople(query: Query, lines: PersonLine[], context: WriteContext): Promise<Changes> {
  const { county, progress } = context;
  const known = await peopleOf(query, county);
  const idOf = ({ ref }: PersonLine) => personId(county, ref, known);
  const newAccounts = await checkAccounts(
    query,
    lines.map((line) => ({ ...line, id: idOf(line) })),
    context,
  );
  context.findings.stopIfRefused();
  const changes = new Changes();
  const rows = lines.map((line): PersonRow => {
    const { name, isActive } = line;
    const id = idOf(line);
    return { county_code: county, id, name, is_active: isActive ?? known.get(id)?.is_active ?? true };
  });
  for (const [i, row] of rows.entries()) noteChange(lines[i]?.ref ?? '', { row, before: known.get(row.id) }, changes);
  await upsert(query, { table: 'person', key: ['county_code', 'id'], change: ['name', 'is_active'] }, rows);
  await renameInPosts(
    query,
    rows.filter(({ id, name }) => known.has(id) && known.get(id)?.name !== name),
  );
  const left = rows.filter(({ id, is_active }) => !is_active && known.get(id)?.is_active);
  changes.alongside(
    { zh: '任职随人员停用而结束', en: 'posts ended with the people who left' },
    await endPosts(query, left, context),
  );
  await openAccounts(query, newAccounts, context);
  changes.alongside({ zh: '新帐号', en: 'new accounts' }, newAccounts.length);
  progress(`${rows.length} / ${rows.length}`);
  return changes;
}

async function peopleOf(query: Query, county: number): Promise<Map<string, PersonRow>> {
  const rows = await query<PersonRow>('select county_code, id, name, is_active from person where county_code = $1', [
    county,
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}

function noteChange(
  ref: string,
  { row, before }: { row: PersonRow; before: PersonRow | undefined },
  changes: Changes,
): void {
  if (!before) {
    changes.note('added', `${ref} ${row.name}`);
    return;
  }
  if (before.name !== row.name) changes.note('renamed', `${ref} ${before.name} → ${row.name}`);
  if (before.is_active !== row.is_active) changes.note(row.is_active ? 'reopened' : 'closed', `${ref} ${row.name}`);
}

/** Posts and portfolios bear the name for those who may not read persons; records keep the one they were stamped with. */
async function renameInPosts(query: Query, renamed: PersonRow[]): Promise<void> {
  for (const { county_code, id, name } of renamed) {
    await query('update post set person_name = $3 where county_code = $1 and person_id = $2', [county_code, id, name]);
    await query('update portfolio set leader_name = $3 where county_code = $1 and leader_id = $2', [
      county_code,
      id,
      name,
    ]);
  }
}

/** Whoever has left covers no unit any more (R2). */
async function endPosts(query: Query, left: PersonRow[], { county, lastDay }: WriteContext): Promise<number> {
  const ended = await query(
    `update post set valid_to = greatest(valid_from, $3::date) where county_code = $1 and person_id = any($2::uuid[])
     and (valid_to is null or valid_to > $3::date) returning 1`,
    [county, left.map(({ id }) => id), lastDay],
  );
  return ended.length;
}

type Identified = PersonLine & { id: string };
type NewAccount = Identified & { account: string };

async function checkAccounts(
  query: Query,
  lines: Identified[],
  { county, findings }: WriteContext,
): Promise<NewAccount[]> {
  const wanted = lines.filter((line): line is NewAccount => line.account !== undefined);
  const ids = wanted.map(({ id }) => id);
  const logins = await query<{ account: string; person_id: string }>(
    'select account, person_id from login where account = any($1) or (county_code = $2 and person_id = any($3))',
    [wanted.map(({ account }) => account), county, ids],
  );
  const owners = new Map(logins.map(({ account, person_id }) => [account, person_id]));
  const accounts = new Map(logins.map(({ account, person_id }) => [person_id, account]));
  return wanted.filter(({ line, id, account }) => {
    const spot = { line, field: 'account', value: account };
    const other = accounts.get(id);
    if (owners.has(account) && owners.get(account) !== id) findings.refuse(spot, networkProblems.accountTaken());
    else if (other && other !== account && !owners.has(account))
      findings.refuse(spot, networkProblems.accountOther(other));
    return !owners.has(account);
  });
}

/** Hashing is slow on purpose: some twenty milliseconds each, several at a time; a dry run goes without. */
async function openAccounts(query: Query, people: NewAccount[], context: WriteContext): Promise<void> {
  if (context.isDryRun) return;
  let done = 0;
  const logins = await Promise.all(
    people.map(async ({ id, name, account }) => {
      const password = makePassword();
      context.passwords.push({ account, name, password });
      const row = {
        account,
        county_code: context.county,
        person_id: id,
        password_hash: await hash(password),
      };
      context.progress(`${++done} / ${people.length}`);
      return row;
    }),
  );
  await upsert(query, { table: 'login', key: ['account'], change: [] }, logins);
}
