import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { seedCalendar } from './calendar.ts';

/** The role the server runs as. Its password follows from the administrator's unless one is set, so that nothing needs storing. */
export const APP_ROLE = 'lxq_app';

/** The same database as the runtime role: owns nothing, sees no row before it enters a scope. */
export function appUrl(adminUrl: string, password = appPassword(adminUrl)): string {
  const url = new URL(adminUrl);
  url.username = APP_ROLE;
  url.password = password;
  return url.href;
}

export const appPassword = (adminUrl: string) =>
  createHmac('sha256', decodeURIComponent(new URL(adminUrl).password))
    .update(APP_ROLE)
    .digest('base64url');

/**
 * Roles, functions, tables, policies, grants, calendar: brings a database to this version, whatever it was. Safe to run again, and by two
 * processes at once (the second waits). `adminUrl` names a role that may create roles, or lxq_migrator once they exist.
 */
export async function migrateDatabase(adminUrl: string, password?: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock(6360912345)'); // one migration at a time in this database
    await prepare(client, password ?? appPassword(adminUrl));
    await migrateTables(adminUrl);
    await migrateJobs(adminUrl);
    await asOwner(client, 'policies.generated.sql', 'policies.sql');
    await asOwner(client, 'grants.sql');
    await fillCalendar(client);
  });
}

const FUNCTIONS = [
  'clock',
  'scope',
  'functions',
  'sign-in',
  'tokens',
  'search',
  'search-index',
  'tallies',
  'tables',
  'intake',
  'sealing',
  'identity',
  'alerts',
  'presentations',
  'matters',
  'cases',
  'orders',
  'censures',
  'accountabilities',
  'themes',
  'papers',
  'deadlines',
  'contacts',
  'attachments',
  'exports',
  'notifications',
  'channels',
  'deliveries',
];

/** What migrations stand on: roles, and functions as this version has them. */
export async function prepare(client: pg.Client, password: string): Promise<void> {
  await prepareRoles(client, password);
  await asOwner(client, ...FUNCTIONS.map((file) => `${file}.sql`));
}

/** Roles belong to the whole cluster: tests that migrate several databases at once take turns here. */
async function prepareRoles(client: pg.Client, password: string): Promise<void> {
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock(6360912346) ');
  await client.query(await sql('roles.sql'));
  await client.query(`alter role ${APP_ROLE} login password ${client.escapeLiteral(password)}`);
  const { rows } = await client.query('select current_database() as name');
  await client.query(ownDatabase(rows[0].name));
  await client.query('create schema if not exists app authorization lxq_owner');
  await client.query('grant all on schema public to lxq_owner');
  await client.query('commit');
}

/** What is looked for by name could be a temporary type of somebody's own, so nobody but the owner makes any. */
export const ownDatabase = (name: string): string => {
  const database = pg.escapeIdentifier(name);
  return `grant create, temporary on database ${database} to lxq_owner; revoke temporary on database ${database} from public`;
};

const sql = (file: string) => readFile(new URL(`./sql/${file}`, import.meta.url), 'utf8');

/** Several files are one transaction, as one is. */
async function asOwner(client: pg.Client, ...files: string[]): Promise<void> {
  const texts = await Promise.all(files.map(sql));
  await client.query('set role lxq_owner');
  await client.query(texts.join('\n'));
  await client.query('reset role');
}

/** Deadlines need the published holidays; days that a county has changed stay as they are. */
async function fillCalendar(client: pg.Client): Promise<void> {
  await client.query('set role lxq_owner');
  await seedCalendar(client);
  await client.query('reset role');
}

/** A file a migration, run in the order of their names; never edited once landed, only added to. */
export const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

/** Everything that a migration makes belongs to lxq_owner. */
export const ownerOptions = (adminUrl: string) => ({
  clientUrl: adminUrl,
  driverOptions: { options: '-c role=lxq_owner' },
  extensions: [Migrator],
  migrations: { path: MIGRATIONS, glob: 'Migration*.ts', snapshot: false, tableName: 'app.migration' },
  discovery: { warnWhenNoEntities: false },
  logger: () => {},
});

/** To the newest migration, or to one that was the newest once. */
export async function migrateTables(adminUrl: string, to?: string): Promise<void> {
  const orm = await MikroORM.init({ ...ownerOptions(adminUrl), entities: [] });
  try {
    await orm.migrator.up(to ? { to } : {});
  } finally {
    await orm.close();
  }
}

async function migrateJobs(adminUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: adminUrl, options: '-c role=lxq_owner', max: 1 });
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', () => {}); // an idle connection lost while the server stops must not end the process
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(url);
  client.on('error', () => {}); // the failing statement reports it
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
