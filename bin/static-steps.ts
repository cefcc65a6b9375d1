import type { Step } from './steps.ts';

const TURBO = ['--ui=stream', '--output-logs=errors-only', '--no-update-notifier'];
const FOLDERS = ['schema', 'db', 'api', 'web', 'e2e', 'bench', 'bin'];

/** What can be said of the sources without running them; the slow ones come first, two run at a time. */
export const STATIC_STEPS: Step[] = [
  { name: 'typed GraphQL documents', run: ['node_modules/turbo/bin/turbo', 'run', 'codegen', ...TURBO], first: true },
  {
    name: 'types: schema, db, api, start scripts, stories, bench',
    run: ['node_modules/typescript/bin/tsc', '-b', 'api', 'bin', 'e2e', 'bench'],
    first: true, // it also compiles the api, which prints contract and policies below
  },
  { name: 'types: web', run: ['node_modules/typescript/bin/tsc', '-p', 'web'] },
  { name: 'contract and policies are what the api prints', run: ['bin/drift.ts'] },
  { name: 'format and lint', run: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'] },
  { name: 'phone screens open no window and save nothing by attribute', run: ['bin/web-views.ts'] },
  { name: 'GraphQL lint', run: ['node_modules/eslint/bin/eslint.js', 'schema/schema.graphql', 'web/**/*.graphql'] },
  {
    name: 'import rules',
    run: ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '--output-type', 'err-long', ...FOLDERS],
  },
  { name: 'dead code', run: ['node_modules/knip/bin/knip.js', '--no-progress'] },
  { name: 'lock file is whole', run: ['bin/lock.mjs', '--check'] },
];
