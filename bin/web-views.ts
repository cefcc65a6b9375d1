import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './environment.ts';

/** Where a phone's screens begin; what they import, and import when it is wanted, belongs to them. */
const FOLDERS = [
  'screens/officer',
  'screens/village',
  'screens/leader',
  'screens/sign-in',
  'screens/welcome',
  'ui/phone',
];
const FRAME = /^web\/app\/(main|app|routes|Phone\w+|FirstRun)\.tsx?$/;
/** Opened at desks alone, though the app knows the way there. */
const DESKS = /^web\/(screens\/(?!officer|village|leader|sign-in|welcome)|ui\/desk\/|app\/Desk)/;

const FORBIDDEN = [
  { what: 'window.open', pattern: /\bwindow\.open\b|(?<![\w.])open\(['"`](https?:|\/)/ },
  { what: 'target="_blank"', pattern: /\btarget\s*[=:]\s*\{?\s*['"`]_blank/ },
  {
    what: 'the attribute download',
    pattern: /(?:^|\s)download(?:=|\s*\/?>|\s*$|\s+[\w-]+=)|\.download\s*=|setAttribute\(['"`]download/,
  },
];
const COMMENT = /^\s*(\/\/|\/?\*)/;
const IMPORT = /(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g;

/** Fails where a phone's screen would open another window or save a file by attribute: messengers' web views do neither. */
const faults = (await Promise.all((await filesOfPhones()).map(faultsIn))).flat();
for (const fault of faults) console.error(fault);
process.exitCode = faults.length ? 1 : 0;

async function filesOfPhones(): Promise<string[]> {
  const found = new Set<string>();
  const waiting = await roots();
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (found.has(file) || DESKS.test(file)) continue;
    found.add(file);
    const text = await readFile(path.join(ROOT, file), 'utf8');
    for (const [, name = ''] of text.matchAll(IMPORT)) {
      const imported = path.join(path.dirname(file), name);
      if (/\.tsx?$/.test(imported) && existsSync(path.join(ROOT, imported))) waiting.push(imported);
    }
  }
  return [...found].sort();
}

async function roots(): Promise<string[]> {
  const inside = async (folder: string) =>
    (await readdir(path.join(ROOT, 'web', folder), { recursive: true })).map((file) => `web/${folder}/${file}`);
  const all = [
    ...(await Promise.all(FOLDERS.map(inside))).flat(),
    ...(await inside('app')).filter((file) => FRAME.test(file)),
  ];
  return all.filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'));
}

async function faultsIn(file: string): Promise<string[]> {
  const lines = (await readFile(path.join(ROOT, file), 'utf8')).split('\n');
  return lines.flatMap((line, place) =>
    FORBIDDEN.filter(({ pattern }) => !COMMENT.test(line) && pattern.test(line)).map(
      ({ what }) =>
        `${file}:${place + 1}  ${what}: officers and leaders open this inside a messenger, whose web view opens no second window ` +
        'and saves nothing by attribute. Go there in the same page; the server sends a file as an attachment.',
    ),
  );
}
