import pg from 'pg';

const MISSING_DATABASE = '3D000';
const LEAST_MAJOR = 15;

/** Makes the database that `adminUrl` names when the server has none of that name: UTF-8, sorted by pinyin. */
export async function ensureDatabase(adminUrl: string): Promise<void> {
  try {
    await onServer(adminUrl, refuseOldServer);
  } catch (error) {
    if ((error as pg.DatabaseError).code !== MISSING_DATABASE) throw withoutPassword(error, adminUrl);
    await onServer(atDatabase(adminUrl, 'postgres'), (client) => createDatabase(client, nameOf(adminUrl)));
  }
}

/** The same server and role, another database. */
export function atDatabase(url: string, name: string): string {
  const target = new URL(url);
  target.pathname = `/${encodeURIComponent(name)}`;
  return target.href;
}

export async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  client.on('error', () => {}); // a server that stops meanwhile must fail the statement, not the process
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`select current_setting('server_version_num')::int / 10000 as major`);
  if (rows[0].major < LEAST_MAJOR) {
    throw new Error(`The server of DATABASE_URL is PostgreSQL ${rows[0].major}; ${LEAST_MAJOR} or later is needed`);
  }
}

async function createDatabase(client: pg.Client, name: string): Promise<void> {
  const locale = `locale_provider icu icu_locale 'zh' locale 'C.UTF-8'`;
  await client.query(`create database ${pg.escapeIdentifier(name)} template template0 encoding 'UTF8' ${locale}`);
}

const nameOf = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1));

function withoutPassword(error: unknown, url: string): Error {
  const { host } = new URL(url);
  const said = error instanceof AggregateError ? String(error.errors[0]?.message) : (error as Error).message;
  return new Error(`The database server at ${host} refuses or does not answer: ${said}`, { cause: error });
}
