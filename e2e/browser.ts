import { execFile } from 'node:child_process';
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
} from 'playwright-core';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const CACHE = path.join(import.meta.dirname, '..', 'node_modules', '.cache', 'chromium');

/** A real Chromium without a window: the system's where there is one, else the one npm has brought. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await launching());
}

/** One that keeps what its pages store in `folder`, as a phone does when its browser is killed and opened again. */
export async function launchKept(folder: string, options: BrowserContextOptions): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { ...options, ...(await launching()) });
}

async function launching(): Promise<LaunchOptions> {
  const { env, args = [], ...options } = systemBrowser() ?? (await unpackedBrowser());
  // Without a locale Chromium cannot write a Chinese file name and calls every download "download".
  const settings = { headless: true, env: { ...process.env, ...env, LC_ALL: 'C.UTF-8' } };
  // Where no card draws, a GPU process that imitates one takes nearly as much processor as the pages do.
  return { ...options, ...settings, args: [...args, '--disable-gpu', ...MICROPHONE] };
}

/** One that beeps, and that nobody is asked for. */
const MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

/** BROWSER_FROM=npm leaves the system's aside, to try the other way. */
function systemBrowser(): LaunchOptions | undefined {
  if (process.env.BROWSER_FROM === 'npm') return undefined;
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const places = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const executablePath = places.find(isExecutable);
  return executablePath ? { executablePath } : undefined;
}

/** The archive from npm, unpacked once. It carries the libraries and fonts that a bare machine lacks. */
async function unpackedBrowser(): Promise<LaunchOptions> {
  mkdirSync(CACHE, { recursive: true });
  const executablePath = await inFolder(CACHE, unpack);
  const env: Record<string, string> = { ...(process.env as Record<string, string>) };
  if (!(await runsAlone(executablePath))) {
    env.LD_LIBRARY_PATH = [path.join(CACHE, 'al2023', 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  }
  if (!isReadable('/etc/fonts/fonts.conf')) env.FONTCONFIG_FILE = nameFonts(path.join(CACHE, 'fonts'));
  return { executablePath, env, args: ['--no-zygote', '--headless=shell'] };
}

/** The archive's own list of font folders holds for one cloud only. */
function nameFonts(folder: string): string {
  const file = path.join(CACHE, 'fonts.conf');
  writeFileSync(
    file,
    `<fontconfig><dir>${folder}</dir><cachedir>${path.join(CACHE, 'fonts-cache')}</cachedir></fontconfig>`,
  );
  return file;
}

async function unpack(): Promise<string> {
  const { default: archive, inflate } = await import('@sparticuz/chromium');
  const bin = path.join(path.dirname(import.meta.resolve('@sparticuz/chromium').replace('file://', '')), '..', 'bin');
  if (!isReadable(path.join(CACHE, 'al2023', 'lib'))) await inflate(path.join(bin, 'al2023.tar.br'));
  return archive.executablePath();
}

/** The package unpacks into whatever is the temporary folder; one of our own cannot be prepared by somebody else. */
async function inFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function runsAlone(executable: string): Promise<boolean> {
  return promisify(execFile)(executable, ['--version']).then(
    () => true,
    () => false,
  );
}

function isExecutable(file: string): boolean {
  return isAllowed(file, constants.X_OK);
}

function isReadable(file: string): boolean {
  return isAllowed(file, constants.R_OK);
}

function isAllowed(file: string, mode: number): boolean {
  try {
    accessSync(file, mode);
    return true;
  } catch {
    return false;
  }
}
