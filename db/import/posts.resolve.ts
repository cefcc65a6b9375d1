import { kindsOf } from '@lxq/schema/network/unit-kinds.ts';
import type { Capacity, Role } from '@lxq/schema/roles.ts';
import type { Findings } from './finding.ts';
import type { WriteContext } from './kind.ts';
import { networkProblems } from './network.problems.ts';
import { PersonDirectory } from './person-directory.ts';
import { postId } from './person-ref.ts';
import type { PostLine } from './posts.check.ts';
import { refuseTwice } from './row-values.ts';
import type { Query } from './transaction.ts';
import { type KnownUnit, UnitDirectory } from './unit-directory.ts';
import { UNIT_KIND_WORDS } from './words.ts';

export interface PostRow {
  county_code: number;
  id: string;
  unit_code: number;
  person_id: string;
  person_name: string;
  role: Role;
  capacity: Capacity | null;
  code: string | null;
  leader_level: 'CITY' | 'COUNTY' | null;
  area_code: number;
  valid_from: string;
  valid_to: string | null;
}

export interface ResolvedPost {
  line: number;
  row: PostRow;
  unit: KnownUnit;
  before: PostRow | undefined;
}

/** Finds what each line means in the database: the person, the unit, and the post when it is there already. */
export async function resolvePosts(query: Query, lines: PostLine[], context: WriteContext): Promise<ResolvedPost[]> {
  const { county, findings } = context;
  const persons = await PersonDirectory.load(query, county);
  const units = await UnitDirectory.load(query, county);
  const existing = await postsOf(query, county);
  const seen = new Map<string, number>();
  const posts = lines.flatMap((line): ResolvedPost[] => {
    const person = persons.find(line.ref, { line: line.line, field: 'person' }, findings);
    const unit = units.find(line.unit, { line: line.line, field: 'unit', value: line.unit }, findings);
    if (!unit || !isPossible(line, unit, context) || !person) return [];
    const held = existing.get(`${person.id} ${unit.code} ${line.role}`) ?? [];
    const before = theSame(line, held);
    const row = rowOf(line, { person, unit, before, context });
    const spot = { line: line.line, field: 'from', value: row.valid_from };
    if (held.some((post) => post.id !== row.id && overlap(post, row)))
      findings.refuse(spot, networkProblems.overlaps());
    return refuseTwice(seen, row.id, { ...spot, field: 'person', value: line.ref }, findings)
      ? []
      : [{ line: line.line, row, unit, before }];
  });
  checkPrincipals(posts, [...existing.values()].flat(), findings);
  return posts;
}

async function postsOf(query: Query, county: number): Promise<Map<string, PostRow[]>> {
  const rows = await query<PostRow>(
    `select county_code, id, unit_code, person_id, person_name, role, capacity, code, leader_level, area_code, valid_from, valid_to
     from post where county_code = $1 order by valid_from desc`,
    [county],
  );
  return Map.groupBy(rows, ({ person_id, unit_code, role }) => `${person_id} ${unit_code} ${role}`);
}

function isPossible({ line, unit: text, role, area }: PostLine, unit: KnownUnit, { findings }: WriteContext): boolean {
  const kinds = kindsOf(role);
  const before = findings.list.length;
  if (!kinds.includes(unit.kind)) {
    findings.refuse(
      { line, field: 'role', value: role },
      networkProblems.roleLevel(kinds.map((kind) => UNIT_KIND_WORDS[kind][0]).join(' / ')),
    );
  }
  if (!unit.is_active) findings.refuse({ line, field: 'unit', value: text }, networkProblems.unitClosed());
  if (area !== undefined && !liesIn(area, unit))
    findings.refuse({ line, field: 'area', value: String(area) }, networkProblems.areaOutside());
  return findings.list.length === before;
}

/** The unit's own place, or one of a village's groups. */
function liesIn(area: number, { code, kind }: KnownUnit): boolean {
  return area === code || (kind === 'VILLAGE_ROOM' && Math.floor(area / 1000) * 1000 === code);
}

/** The post that a line means: the one begun that day, or, where it gives no day, the one that began last. */
function theSame({ from }: PostLine, held: PostRow[]): PostRow | undefined {
  return from ? held.find((post) => post.valid_from === from) : held[0];
}

interface Found {
  person: { id: string; name: string };
  unit: KnownUnit;
  before: PostRow | undefined;
  context: WriteContext;
}

function rowOf(
  { ref, role, capacity, area, code, leaderLevel, from, to }: PostLine,
  { person, unit, before, context }: Found,
): PostRow {
  const valid_from = from ?? before?.valid_from ?? context.asOf;
  return {
    county_code: context.county,
    id: before?.id ?? postId(context.county, [ref, unit.code, role, valid_from]),
    unit_code: unit.code,
    person_id: person.id,
    person_name: person.name,
    role,
    capacity: capacity === undefined ? (before?.capacity ?? null) : capacity,
    code: code ?? before?.code ?? null,
    leader_level: leaderLevel ?? before?.leader_level ?? null,
    area_code: area ?? before?.area_code ?? unit.code,
    valid_from,
    valid_to: to ?? before?.valid_to ?? null,
  };
}

const overlap = (a: PostRow, b: PostRow) =>
  a.valid_from <= (b.valid_to ?? '9999') && b.valid_from <= (a.valid_to ?? '9999');

/** One principal a unit at a time (R17), as everything will stand once the file is in: in whatever order its lines are. */
function checkPrincipals(posts: ResolvedPost[], existing: PostRow[], findings: Findings): void {
  const inFile = new Set(posts.map(({ row }) => row.id));
  const kept = existing.filter(({ id }) => !inFile.has(id)).map((row) => ({ row, line: undefined }));
  const principals = [...kept, ...posts].filter(({ row }) => row.capacity === 'PRINCIPAL');
  for (const held of Map.groupBy(principals, ({ row }) => row.unit_code).values())
    for (const [at, { row, line }] of held.entries()) {
      const other = held.slice(0, at).find((earlier) => overlap(earlier.row, row));
      if (other && line !== undefined)
        findings.refuse(
          { line, field: 'capacity', value: row.person_name },
          networkProblems.principalTaken(other.row.person_name, other.row.valid_from, other.line),
        );
    }
}
