import { Changes } from './changes.ts';
import { foldKey } from './key.ts';
import type { WriteContext } from './kind.ts';
import { PersonDirectory } from './person-directory.ts';
import { portfolioId } from './person-ref.ts';
import type { PortfolioLine } from './portfolios.check.ts';
import { portfolioProblems } from './portfolios.problems.ts';
import { TopicDirectory } from './topic-directory.ts';
import type { Query } from './transaction.ts';
import { upsert } from './upsert.ts';

interface PortfolioRow {
  county_code: number;
  id: string;
  name: string;
  leader_id: string;
  leader_name: string;
  position: number;
  is_active: boolean;
}
interface Resolved {
  line: PortfolioLine;
  row: PortfolioRow;
  before: PortfolioRow | undefined;
}

/** Adds portfolios and changes them by name; a topic named in the file leaves the portfolio it stood in (R31). */
export async function writePortfolios(query: Query, lines: PortfolioLine[], context: WriteContext): Promise<Changes> {
  const { county, findings, progress } = context;
  const resolved = await resolve(query, lines, context);
  const assigned = (await TopicDirectory.load(query, county)).assign(lines, findings);
  findings.stopIfRefused();
  const changes = new Changes();
  const rows = resolved.map(({ row }) => row);
  const change = ['leader_id', 'leader_name', 'position', 'is_active'];
  await upsert(query, { table: 'portfolio', key: ['county_code', 'id'], change }, rows);
  const wanted = new Map(
    [...assigned].map(([code, line]) => [code, resolved.find((one) => one.line === line)?.row.id]),
  );
  const touched = await putTopics(query, { county, resolved, wanted });
  for (const { row, before } of resolved) {
    const label = `${row.name} ${row.leader_name}`;
    if (!before) changes.note('added', label);
    else if (!before.is_active) changes.note('reopened', label);
    else if (FACTS.some((fact) => before[fact] !== row[fact]) || touched.ids.has(row.id))
      changes.note('changed', label);
  }
  changes.alongside({ zh: '信息类别归入分工', en: 'topics put in their portfolio' }, touched.count);
  progress(`${rows.length} / ${rows.length}`);
  return changes;
}

const FACTS = ['leader_id', 'leader_name', 'position'] as const;
const STEP = 10;

async function resolve(query: Query, lines: PortfolioLine[], context: WriteContext): Promise<Resolved[]> {
  const { county, findings } = context;
  const persons = await PersonDirectory.load(query, county);
  const leaders = await leadersOf(query, context);
  const known = await query<PortfolioRow>(
    'select county_code, id, name, leader_id, leader_name, position, is_active from portfolio where county_code = $1 order by is_active desc, id',
    [county],
  );
  let last = Math.max(0, ...known.map(({ position }) => position));
  return lines.flatMap((line) => {
    const spot = { line: line.line, field: 'leader', value: line.ref };
    const person = persons.find(line.ref, spot, findings);
    if (person && !leaders.has(person.id)) findings.refuse(spot, portfolioProblems.notLeader());
    if (!person) return [];
    const before = known.find(({ name }) => foldKey(name) === foldKey(line.name));
    const position = line.position ?? before?.position ?? last + STEP;
    last = Math.max(last, position);
    const row = {
      ...{ county_code: county, id: before?.id ?? portfolioId(county, line.name), name: line.name },
      ...{ leader_id: person.id, leader_name: person.name, position, is_active: true },
    };
    return [{ line, row, before }];
  });
}

async function leadersOf(query: Query, { county, asOf }: WriteContext): Promise<Set<string>> {
  const rows = await query<{ person_id: string }>(
    `select p.person_id from post p join person n on n.county_code = p.county_code and n.id = p.person_id and n.is_active
     where p.county_code = $1 and p.role = 'LEADER' and p.valid_from <= $2::date and coalesce(p.valid_to, $2::date) >= $2::date`,
    [county, asOf],
  );
  return new Set(rows.map(({ person_id }) => person_id));
}

interface Wanted {
  county: number;
  resolved: Resolved[];
  /** The portfolio of each topic that the file places. */
  wanted: Map<string, string | undefined>;
}

/** A line that names topics holds those alone afterwards; one with an empty cell keeps what it has. */
async function putTopics(
  query: Query,
  { county, resolved, wanted }: Wanted,
): Promise<{ ids: Set<string>; count: number }> {
  const stood = await query<{ topic_code: string; portfolio_id: string }>(
    'select topic_code, portfolio_id from portfolio_topic where county_code = $1',
    [county],
  );
  const full = new Set(resolved.filter(({ line }) => line.topics).map(({ row }) => row.id));
  const leaving = stood.filter((one) => full.has(one.portfolio_id) && !wanted.has(one.topic_code));
  const coming = [...wanted].filter(
    ([code, id]) => !stood.some((one) => one.topic_code === code && one.portfolio_id === id),
  );
  await query('delete from portfolio_topic where county_code = $1 and topic_code = any($2)', [
    county,
    leaving.map(({ topic_code }) => topic_code),
  ]);
  const rows = coming.map(([topic_code, portfolio_id]) => ({ county_code: county, topic_code, portfolio_id }));
  await upsert(query, { table: 'portfolio_topic', key: ['county_code', 'topic_code'], change: ['portfolio_id'] }, rows);
  return { ids: new Set([...leaving, ...rows].map(({ portfolio_id }) => portfolio_id as string)), count: rows.length };
}
