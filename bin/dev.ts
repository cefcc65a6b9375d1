import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { build } from './build.ts';
import { keepContactKeys } from './contact-keys.ts';
import { openDatabase } from './database.ts';
import { seedDemoOnce, signInLines } from './demo-county.ts';
import { environment, ROOT } from './environment.ts';
import { explain } from './explain.ts';
import { endings } from './lifetime.ts';
import { whenSourcesChange } from './sources.ts';

/** The api is compiled and started anew, the web app reloaded, at every change; the database stays. */
const env = await environment();
const { add, end } = endings(console.error);

try {
  await keepContactKeys(env);
  await build();
  const database = await openDatabase(env, console.log);
  add(database.stop);
  if (database.isEmbedded && database.adminUrl) {
    console.log((await signInLines(env, await seedDemoOnce(env, database.adminUrl))).join('\n'));
  }
  serveAnew(database.appUrl);
  serveWeb();
} catch (error) {
  console.error(explain(error));
  await end(1);
}

function serveAnew(appUrl: string): void {
  const origins = ['http://localhost:5173', 'http://127.0.0.1:5173', ...env.PUBLIC_ORIGIN].join();
  const start = () =>
    run(['bin/serve.ts'], {
      APP_DATABASE_URL: appUrl,
      APP_DATABASE_URL_FILE: '',
      PUBLIC_ORIGIN: origins,
      PUBLIC_ORIGIN_FILE: '',
    });
  let api = start();
  add(() => ended(api));
  whenSourcesChange(['schema', 'db', 'api'], async () => {
    const compiler = run(['node_modules/typescript/bin/tsc', '-b', 'api', '--pretty'], {});
    if ((await exitCode(compiler)) !== 0) return;
    await ended(api);
    api = start();
  });
}

function serveWeb(): void {
  const vite = run(
    ['node_modules/vite/bin/vite.js', 'web', '--config', 'web/vite.config.ts', '--clearScreen', 'false'],
    {
      LXQ_API: `http://127.0.0.1:${env.PORT}`,
    },
  );
  add(() => ended(vite));
  vite.once('exit', (code) => void end(code ?? 1));
}

function run([script = '', ...args]: string[], settings: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [path.join(ROOT, script), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = exitCode(child);
  child.kill('SIGTERM');
  await exit;
}

function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', resolve));
}
