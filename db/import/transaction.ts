import pg from 'pg';
import { onServer } from '../database.ts';

/** Numeric and date columns as the import compares them: codes as numbers, days as text. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.INT8) return Number;
    if (oid === pg.types.builtins.DATE) return String;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

/** Runs one statement and gives its rows back. */
export type Query = <R extends object>(text: string, values?: unknown[]) => Promise<R[]>;

/** All of an import or nothing: one transaction as the tables' owner, one import at a time; a dry run rolls back at the end. */
export function importTransaction<T>(
  adminUrl: string,
  isDryRun: boolean,
  work: (query: Query) => Promise<T>,
): Promise<T> {
  return onServer(adminUrl, async (client) => {
    const query: Query = async (text, values) =>
      (await client.query({ text, values, types: types as pg.CustomTypesConfig })).rows;
    await query('begin');
    try {
      await query('select pg_advisory_xact_lock(6360912347)');
      await query('set local role lxq_owner');
      const result = await work(query);
      await query(isDryRun ? 'rollback' : 'commit');
      return result;
    } catch (error) {
      await query('rollback').catch(() => {}); // a lost connection has rolled back already
      throw error;
    }
  });
}
