import { type EntityMetadata, MikroORM, type PolicyDef } from '@mikro-orm/postgresql';
import { entities } from './entities.ts';

/** Row security as the entities say it, as db/sql/policies.generated.sql holds it: a row a policy, which policies.sql applies at every migration. */
export function printPolicies(): string {
  const orm = new MikroORM({ dbName: 'none', entities, logger: () => {} });
  const rows = [...orm.getMetadata().getAll().values()].flatMap(rowsOf).sort();
  return `${HEAD}${rows.join(',\n')};\n`;
}

const HEAD = `-- Written by "npm run emit -w api" from the entities; policies.sql brings the database to it.
create temporary table wanted (tablename text, policyname text, cmd text, roles text, sees text, admits text) on commit drop;
insert into wanted values
`;

const rowsOf = ({ tableName, policies }: EntityMetadata) => policies.map((policy) => rowOf(tableName, policy));

function rowOf(table: string, { name, command, roles, using, check }: PolicyDef): string {
  return `  (${[table, name, command, roles?.join(', '), using, check].map(literal).join(', ')})`;
}

const literal = (text: unknown) => (text === undefined ? 'null' : `'${String(text).replaceAll("'", "''")}'`);
