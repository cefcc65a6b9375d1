import { randomBytes } from 'node:crypto';
import { atDatabase, onServer } from '@lxq/db/database.ts';
import { appUrl, ownDatabase } from '@lxq/db/migrate.ts';
import { serve } from './serving.ts';

export const PASSWORD = 'demo county 990101';
export const TEMPLATE = 'demo_template';
export const CLUSTER_VARIABLE = 'LXQ_E2E_CLUSTER';
/** Where the cluster with the demo county is to be kept from one run to the next; without it, each makes its own (bin/test.ts). */
export const FOLDER_VARIABLE = 'LXQ_E2E_FOLDER';

/** The cluster that template.setup.ts has started: its administrator's address of the template, and its folder. */
export function clusterOfTests(): { adminUrl: string; folder: string } {
  const given = process.env[CLUSTER_VARIABLE];
  if (!given) throw new Error('No cluster with the demo county: run through jest.stories.config.js');
  return JSON.parse(given);
}

/** One process of the platform, as `npm start` runs it, on a database that stands already. */
export interface Api {
  url: string;
  pid: number;
  /** As the kernel's out-of-memory killer would. */
  kill(): Promise<void>;
  restart(): Promise<void>;
}

/** A copy of the demo county with one or more api processes on it. */
export interface Platform {
  apis: Api[];
  url: string;
  adminUrl: string;
  stop(): Promise<void>;
}

export async function startPlatform(processes = 1, settings: Record<string, string> = {}): Promise<Platform> {
  const cluster = clusterOfTests();
  const name = `platform_${randomBytes(4).toString('hex')}`;
  const server = (statement: string) =>
    onServer(atDatabase(cluster.adminUrl, 'postgres'), (client) => client.query(statement));
  await server(`create database ${name} template ${TEMPLATE} strategy file_copy`);
  await server(ownDatabase(name));
  const adminUrl = atDatabase(cluster.adminUrl, name);
  const apis: Api[] = [];
  for (let i = 0; i < processes; i++) apis.push(await startProcess(appUrl(adminUrl), settings));
  const stop = async () => {
    await Promise.all(apis.map((api) => api.kill()));
    await server(`drop database ${name} with (force)`);
  };
  return { apis, url: (apis[0] as Api).url, adminUrl, stop };
}

async function startProcess(databaseUrl: string, settings: Record<string, string>): Promise<Api> {
  let running = await serve(databaseUrl, settings);
  const { url } = running;
  const restart = async () => {
    running = await serve(databaseUrl, { ...settings, PORT: new URL(url).port });
  };
  return {
    url,
    get pid() {
      return running.pid;
    },
    kill: () => running.kill(),
    restart,
  };
}

export interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string; extensions: { code: string } }[];
}
/** What a phone waits for an answer before it asks again. */
const PATIENCE_MS = 20_000;

/** One GraphQL request as a program sends it. */
export async function ask<Data>(
  url: string,
  token: string | null,
  query: string,
  variables?: unknown,
): Promise<Answer<Data>> {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return (await response.json()) as Answer<Data>;
}

export async function signIn(url: string, account: string, password = PASSWORD): Promise<string> {
  const mutation =
    'mutation ($account: String!, $password: String!) { signIn(account: $account, password: $password) { token } }';
  const { data, errors } = await ask<{ signIn: { token: string } }>(url, null, mutation, {
    account,
    password,
  });
  if (!data) throw new Error(`${account}: ${errors?.[0]?.message}`);
  return data.signIn.token;
}
