import { spelled } from '../place-readings.ts';
import { Changes } from './changes.ts';
import type { WriteContext } from './kind.ts';
import type { PostLine } from './posts.check.ts';
import { type ResolvedPost, resolvePosts } from './posts.resolve.ts';
import { releasePrincipals } from './principals.write.ts';
import type { Query } from './transaction.ts';
import { upsert } from './upsert.ts';

/** Adds posts and changes what they say; a post that has ended stays, because records stand on it. */
export async function writePosts(query: Query, lines: PostLine[], context: WriteContext): Promise<Changes> {
  const posts = await resolvePosts(query, lines, context);
  context.findings.stopIfRefused();
  const changes = new Changes();
  for (const post of posts) noteChange(post, changes);
  changes.alongside({ zh: '村民小组', en: 'village groups' }, await addGroups(query, posts, context));
  await releasePrincipals(
    query,
    context.county,
    posts.flatMap(({ before }) => (before?.capacity === 'PRINCIPAL' ? before.id : [])),
  );
  const change = ['capacity', 'code', 'leader_level', 'area_code', 'valid_to'];
  const rows = posts.map(({ row }) => row);
  await upsert(query, { table: 'post', key: ['county_code', 'id'], change }, rows, (done) =>
    context.progress(`${done} / ${rows.length}`),
  );
  return changes;
}

const FACTS = ['capacity', 'code', 'leader_level', 'area_code'] as const;

function noteChange({ row, unit, before }: ResolvedPost, changes: Changes): void {
  const label = `${row.person_name} ${row.role} ${unit.full_name}`;
  if (!before) {
    changes.note('added', label);
    return;
  }
  if (before.valid_to !== row.valid_to)
    changes.note(row.valid_to ? 'closed' : 'reopened', `${label} ${row.valid_to ?? ''}`.trim());
  else if (FACTS.some((fact) => before[fact] !== row[fact])) changes.note('changed', label);
}

/** A village group is in no divisions file: it comes into being with the officer who has it in charge (R5). */
async function addGroups(query: Query, posts: ResolvedPost[], { county, asOf }: WriteContext): Promise<number> {
  const named = new Map(
    posts.filter(({ row, unit }) => row.area_code !== unit.code).map((post) => [post.row.area_code, post]),
  );
  const known = await query<{ code: number }>('select code from place where county_code = $1 and code = any($2)', [
    county,
    [...named.keys()],
  ]);
  for (const { code } of known) named.delete(code);
  const groups = [...named].map(([code, { unit }]) => {
    const name = `${code % 1000}组`;
    return {
      ...{ county_code: county, code, name },
      full_name: `${unit.full_name} ${name}`,
      level: 'GROUP',
      parent_code: unit.code,
      ...spelled(name),
      valid_from: asOf,
    };
  });
  await upsert(query, { table: 'place', key: ['county_code', 'code'], change: [] }, groups);
  return groups.length;
}
