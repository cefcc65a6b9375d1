import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changedLines, changesIn, ROOT, run, tour, treeWithExamples, WELL, wellFiles } from './tour.testing.ts';

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const spoken = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word);
const isFile = (word: string) => /^[\w.-]+\/[\w./…-]+\.\w+$/.test(word);
const section = (from: string, to?: string) => tour.slice(tour.indexOf(from), to ? tour.indexOf(to) : undefined);
const [DEED, NOUN] = ['## The next deed', '## The next noun'];

describe('the tour', () => {
  test('names only files that are there', () => {
    expect(spoken(tour).filter((word) => isFile(word) && !existsSync(path.join(ROOT, word)))).toEqual([]);
    const links = [...tour.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !existsSync(path.join(ROOT, 'docs', target)))).toEqual([]);
  });

  test('names in each step only what stands in the files of that step', () => {
    const steps = section('## One deed', DEED)
      .split(/^(?=\d+\. )/m)
      .slice(1);
    expect(steps.length).toBeGreaterThan(10);
    const missing = steps.flatMap((step) => {
      const text = spoken(step).filter(isFile).map(read).join('\n');
      const names = spoken(step).filter((word) => !isFile(word) && !word.startsWith('npm '));
      return names.filter((name) => !text.includes(name)).map((name) => [step.split(' ')[0], name]);
    });
    expect(missing).toEqual([]);
  });

  test('shows files as they are', () => {
    const shown = [...tour.matchAll(/<!-- include (\S+) -->\n```ts\n([\s\S]*?)```/g)];
    expect(shown.length).toBeGreaterThan(0);
    for (const [, file = '', text] of shown) expect([file, text]).toEqual([file, read(file)]);
  });
});

test('a deed that only changes a state costs four files, the printed contract among them', () => {
  const files = new Set(changesIn(section(DEED, NOUN)).map(({ file }) => file));
  expect([...files].sort()).toEqual([
    'schema/reports/report-states.ts',
    'web/i18n/words.en.ts',
    'web/i18n/words.zh.ts',
  ]);
});

test('a noun with three states, list, page, live frame, scope and walk costs twelve files and 350 lines', () => {
  const changes = changesIn(section(NOUN));
  const written = wellFiles.map((file) => readFileSync(path.join(WELL, file), 'utf8').split('\n').length - 1);
  const files = new Set([...wellFiles, ...changes.map(({ file }) => file)]);
  const lines = [...written, ...changes.map(changedLines)].reduce((sum, count) => sum + count, 0);
  expect(files.size).toBeLessThanOrEqual(12);
  expect(lines).toBeLessThanOrEqual(350);
});

/** Documents and words are derived and the browser's part is compiled with them. */
async function compileWeb(folder: string): Promise<void> {
  await run(folder, ['web/bundle/deed-documents.ts']);
  await run(folder, ['web/bundle/word-types.ts']);
  await run(folder, ['web/bundle/connections.ts']);
  await run(folder, ['node_modules/@graphql-codegen/cli/esm/bin.js', '--config', 'codegen.ts'], { in: 'web' });
  await run(folder, ['node_modules/typescript/bin/tsc', '-p', 'web']);
}
/** A database is migrated, and what the examples are held to is tried in it. */
function tryOut(folder: string): Promise<string> {
  const jest = [
    'node_modules/jest/bin/jest.js',
    '--config',
    'jest.config.js',
    '--selectProjects',
    'database',
    '-w',
    '1',
  ];
  const tests = ['api/testing/(deeds|tour)', '-t', '^(well|tour) |left out'];
  return run(folder, [...jest, ...tests], { node: '--experimental-vm-modules --no-warnings' });
}

describe('the tree with both examples', () => {
  let folder: string;
  let done: [web: Promise<PromiseSettledResult<void>>, api: Promise<PromiseSettledResult<string>>];
  beforeAll(async () => {
    folder = treeWithExamples();
    await run(folder, ['node_modules/typescript/bin/tsc', '-b', 'api']);
    await run(folder, ['api/dist/emit.js']);
    const settled = async <T>(work: Promise<T>) => (await Promise.allSettled([work]))[0];
    done = [settled(compileWeb(folder)), settled(tryOut(folder))]; // side by side
  }, 240_000);
  afterAll(async () => {
    await Promise.all(done);
    rmSync(folder, { recursive: true, force: true });
  }, 240_000);

  test('has both in its contract, and a policy for each level and deed', () => {
    const added = (file: string) => {
      const before = new Set(read(file).split('\n'));
      const now = readFileSync(path.join(folder, file), 'utf8').split('\n');
      return now.filter((line) => !before.has(line)).map((line) => line.trim().split(/[(:,]/));
    };
    const contract = added('schema/schema.graphql').map(([name]) => name);
    const named = ['unarchiveReport', 'viewerCanUnarchive', 'REPORT_UNARCHIVED', 'wells', 'type Well {', 'closeWell'];
    expect(contract).toEqual(expect.arrayContaining(named));
    expect(added('db/sql/policies.generated.sql').map(([, table]) => table)).toEqual(Array(6).fill(`'well'`));
  });

  test('compiles in the browser’s part too, with documents and words derived', async () => {
    expect(await done[0]).toMatchObject({ status: 'fulfilled' });
  }, 240_000);

  test('migrates, walks every deed of the new noun, and shows each role what is theirs', async () => {
    expect(await done[1]).toMatchObject({ status: 'fulfilled', value: expect.stringContaining(' 10 passed, ') });
  }, 240_000);
});
