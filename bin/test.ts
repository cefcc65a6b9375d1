import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { throwawayFolder } from '@lxq/db/cluster/throwaway-folder.ts';
import { ROOT } from './environment.ts';
import { STATIC_STEPS } from './static-steps.ts';
import { report, runSteps, type Step, type Tally, toolEnvironment } from './steps.ts';

const BUILD: Step = {
  name: 'build',
  run: [
    'node_modules/turbo/bin/turbo',
    'run',
    'build',
    '--ui=stream',
    '--output-logs=errors-only',
    '--no-update-notifier',
  ],
};

/** All there is: the static steps, the suites on a real database, the build, the stories in a real browser, and the sieges. */
const tallies: Tally[] = [];
console.log('Static');
tallies.push(await runSteps(STATIC_STEPS));
console.log('\nSuites');
tallies.push(await runJest('jest.config.js'));
console.log('\nStories');
tallies.push(await runSteps([BUILD]));
// Seeding the demo county once is enough for both (e2e/template.setup.ts).
process.env.LXQ_E2E_FOLDER = await throwawayFolder();
tallies.push(await runJest('jest.stories.config.js', '--forceExit')); // a story that fails half-way may leave a browser open
console.log('\nSieges');
tallies.push(await runJest('jest.sieges.config.js', '--forceExit'));
await rm(process.env.LXQ_E2E_FOLDER, { recursive: true, force: true });
console.log('');
report({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failed: tallies.flatMap(({ failed }) => failed),
});

async function runJest(config: string, ...more: string[]): Promise<Tally> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lianxinqiao-results-'));
  const results = path.join(folder, 'results.json');
  const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const args = ['--config', config, '--ci', '--passWithNoTests', '--json', `--outputFile=${results}`, ...more];
  const child = spawn(process.execPath, [jest, ...args], {
    cwd: ROOT,
    env: { ...toolEnvironment(), NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
    stdio: ['ignore', 'ignore', 'inherit'], // the human report goes to stderr; stdout holds the JSON once more
  });
  const code = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  try {
    return countResults(JSON.parse(await readFile(results, 'utf8')), config, code === 0);
  } catch {
    return { passed: 0, failed: [`${config}: the run left no results`] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Results {
  numPassedTests: number;
  testResults: { name: string; status: string; assertionResults: { fullName: string; status: string }[] }[];
}

/** A suite that cannot even be loaded counts as one failure, and so does a run that fails without naming a test. */
function countResults({ numPassedTests, testResults }: Results, config: string, succeeded: boolean): Tally {
  const failed = testResults.flatMap(({ name, status, assertionResults }) => {
    const file = path.relative(ROOT, name);
    const tests = assertionResults
      .filter((test) => test.status === 'failed')
      .map(({ fullName }) => `${file}: ${fullName}`);
    return status === 'failed' && tests.length === 0 ? [`${file}: the file itself`] : tests;
  });
  return { passed: numPassedTests, failed: succeeded || failed.length > 0 ? failed : [`${config}: the run itself`] };
}
