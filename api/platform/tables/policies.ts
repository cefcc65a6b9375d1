import type { PolicyDef } from '@mikro-orm/core';

/** What a level may do with rows of a table, each as a SQL condition; a deed left out is refused to the level. */
export interface Deeds {
  see?: string;
  add?: string;
  change?: string;
  remove?: string;
}
export type LevelDeeds = { county?: Deeds; township?: Deeds; village?: Deeds; officer?: Deeds };

const COMMANDS = { see: 'select', add: 'insert', change: 'update', remove: 'delete' } as const;

/**
 * Row security of one table: a database role per level, every policy led by the county, so that each is an equality which an
 * index answers. The table's owner, whom nobody can log in as, runs only the listed SECURITY DEFINER functions.
 */
export function scoped(table: string, levels: LevelDeeds): { policies: PolicyDef[]; rowLevelSecurity: 'force' } {
  const policies: PolicyDef[] = [
    { name: `${table}_owner`, command: 'all', roles: ['lxq_owner'], using: 'true', check: 'true' },
  ];
  for (const [level, deeds] of Object.entries(levels) as [string, Deeds][])
    for (const [deed, condition] of Object.entries(deeds) as [keyof Deeds, string][])
      policies.push(policy(table, level, deed, inCounty(level, condition)));
  return { policies, rowLevelSecurity: 'force' };
}

const inCounty = (level: string, condition: string) =>
  `county_code = app.county_at_${level}()${condition === 'true' ? '' : ` and (${condition})`}`;

function policy(table: string, level: string, deed: keyof Deeds, condition: string): PolicyDef {
  const command = COMMANDS[deed];
  const base = { name: `${table}_${level}_${deed}`, command, roles: [`at_${level}`] };
  if (command === 'insert') return { ...base, check: condition };
  const using = table === 'report' ? condition : askedOnce(condition);
  return command === 'update' ? { ...base, using, check: condition } : { ...base, using };
}

/**
 * Unit, person and matter are asked for once a statement and not for each row. Where an index answers them that is once anyway, and a query of their own costs
 * more than all else that rights do: reports are asked plainly, and of their columns the planner keeps no values that are met often (migration 63), so
 * that a plan does not depend on whose they were that it was made for. Of rows that are written each is compared. A query names its county, and then
 * the two are compared once, before anything is read. Who may see accusations is asked at an accusation only.
 */
const askedOnce = (condition: string) => condition.replace(/app\.(?:unit|person|matter)\(\)/g, '(select $&)');

/** Everybody of the county reads it; the county office keeps it. */
export const directory = (table: string, deeds: Deeds = {}) => {
  const see = { see: 'true' };
  return scoped(table, {
    county: { ...see, add: 'true', change: 'true', ...deeds },
    township: see,
    village: see,
    officer: see,
  });
};

/** Rows of the county office alone. */
export const countyOnly = (table: string, deeds: Deeds = { see: 'true', add: 'true', change: 'true' }) =>
  scoped(table, { county: deeds });

/** Who of a level sees a row that stands on a line: the county all but accusations, the levels below what is not sent past them. */
export const onTheLine = {
  county: `line <> 'SEALED' or app.sealed()`,
  township: `township_code = app.unit() and line = 'LINE'`,
  village: `village_code = app.unit() and line = 'LINE'`,
  officer: `author_id = app.person()`,
};
