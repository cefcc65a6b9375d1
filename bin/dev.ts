import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { build } from './build.ts';
import { openDatabase } from './database.ts';
import { seedDemoOnce, signInLines } from './demo-county.ts';
import { environment, ROOT } from './environment.ts';
import { explain } from './explain.ts';
import { endings } from './lifetime.ts';

/** The api is compiled and restarted, the web app reloaded, at every change; the database stays. */
const env = await environment();
const { add, end } = endings(console.error);
const API = `http://127.0.0.1:${env.PORT}`;

try {
  await build();
  const database = await openDatabase(env, console.log);
  add(database.stop);
  if (database.isEmbedded && database.adminUrl) {
    console.log((await signInLines(env, await seedDemoOnce(env, database.adminUrl))).join('\n'));
  }
  const vite = 'http://localhost:5173';
  const origins = [vite, vite.replace('localhost', '127.0.0.1'), ...env.PUBLIC_ORIGIN].join();
  run('typescript/bin/tsc', ['-b', 'api', '--watch', '--preserveWatchOutput'], {});
  runNode(['--watch', '--watch-preserve-output', `--watch-path=${path.join(ROOT, 'api', 'dist')}`, 'bin/serve.ts'], {
    APP_DATABASE_URL: database.appUrl,
    APP_DATABASE_URL_FILE: '',
    PUBLIC_ORIGIN: origins,
    PUBLIC_ORIGIN_FILE: '',
  });
  run('vite/bin/vite.js', ['web', '--config', 'web/vite.config.ts', '--clearScreen', 'false'], { LXQ_API: API });
} catch (error) {
  console.error(explain(error));
  await end(1);
}

function run(program: string, args: string[], settings: Record<string, string>): void {
  runNode([path.join(ROOT, 'node_modules', program), ...args], settings);
}

function runNode(args: string[], settings: Record<string, string>): void {
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...settings }, stdio: 'inherit' });
  add(() => ended(child));
  child.once('exit', (code) => void end(code ?? 1));
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  return exit;
}
