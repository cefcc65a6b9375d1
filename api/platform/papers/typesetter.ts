import { type ChildProcess, fork } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Paper } from '@lxq/schema/texts/paper.ts';
import type { PictureBytes } from './pictures.ts';
import type { TypesetNews, TypesetOrder } from './typesetter.child.ts';

export interface TypesetOptions {
  /** Where the font files are made, once (50 MB). */
  cache?: string;
  /** For typesetting, once the fonts are ready. */
  timeoutMs?: number;
  /** Bytes of the paper's pictures (JPEG), by their hash. */
  pictures?: PictureBytes;
  /** The fonts are there, typesetting begins. */
  onReady?: () => void;
}

/** The first PDF on a machine also makes the fonts, which takes seconds. */
const READY_TIMEOUT_MS = 120_000;
const TIMEOUT_MS = 60_000;

/** The same bytes for the same paper. Throws when typesetting fails or takes longer than the timeout. */
export async function typeset(
  format: TypesetOrder['format'],
  paper: Paper,
  options: TypesetOptions = {},
): Promise<Uint8Array> {
  const child = start();
  const stop = () => child.kill('SIGKILL');
  process.once('exit', stop);
  try {
    return await answer(
      child,
      { format, paper, pictures: options.pictures ?? new Map(), cache: options.cache ?? defaultCache() },
      options,
    );
  } finally {
    process.off('exit', stop);
    stop();
  }
}

function answer(
  child: ChildProcess,
  order: TypesetOrder,
  { timeoutMs = TIMEOUT_MS, onReady }: TypesetOptions,
): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const within = (ms: number, what: string) =>
    setTimeout(() => reject(new Error(`The ${order.format} was given up: ${what} took longer than ${ms} ms`)), ms);
  let timer = within(READY_TIMEOUT_MS, 'getting ready');
  child.on('message', (news: TypesetNews) => {
    clearTimeout(timer);
    if (news.stage === 'DONE') return resolve(news.bytes);
    if (news.stage === 'FAILED') return reject(new Error(`The ${order.format} could not be typeset: ${news.reason}`));
    timer = within(timeoutMs, 'typesetting');
    onReady?.();
  });
  child.on('error', reject);
  child.on('exit', (code, signal) => reject(new Error(`The typesetter ended early (${signal ?? `code ${code}`})`)));
  child.send(order, (error) => error && reject(error));
  return promise.finally(() => clearTimeout(timer));
}

/** Runs beside this file: TypeScript as it stands in tests, JavaScript once compiled. */
function start(): ChildProcess {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fork(fileURLToPath(new URL(`./typesetter.child.${extension}`, import.meta.url)), [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, NODE_OPTIONS: '' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function defaultCache(): string {
  return process.env.DATA_DIR ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'lianxinqiao');
}
