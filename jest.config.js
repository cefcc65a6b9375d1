/** Type-graphql's decorators are the older kind; each states its type, so no metadata is needed. */
function swc(tsx) {
  return {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', tsx, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: false, react: { runtime: 'automatic' } },
      experimental: { keepImportAttributes: true },
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  };
}

function project(displayName, folders, setup = {}) {
  return {
    displayName,
    rootDir: import.meta.dirname,
    roots: folders.map((folder) => `<rootDir>/${folder}`),
    testEnvironment: 'node',
    testMatch: ['**/*.test.{ts,tsx}'],
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    transform: { '\\.ts$': ['@swc/jest', swc(false)], '\\.tsx$': ['@swc/jest', swc(true)] },
    moduleNameMapper: {
      '\\.css$': '<rootDir>/web/ui/no-style.ts',
      // One React for screens and for the libraries that stand beside them, as in the bundle (web/vite.config.ts).
      '^(react|react-dom)(/.*)?$': '<rootDir>/web/node_modules/$1$2',
    },
    testPathIgnorePatterns: ['/node_modules/', '/dist/', '/\\.data/'],
    modulePathIgnorePatterns: ['/dist/', '/\\.data/'],
    ...setup,
  };
}

export default {
  testTimeout: 30_000,
  maxWorkers: 2,
  // Each suite leaves its modules behind in its worker's memory; after a hundred of them one that needs memory has none.
  workerIdleMemoryLimit: '1500MB',
  testSequencer: '<rootDir>/bin/longest-first.js',
  projects: [
    project('pure', ['schema', 'web']),
    project('database', ['db', 'api', 'bin'], {
      setupFiles: ['<rootDir>/db/as-in-production.setup.ts'],
      globalSetup: '<rootDir>/db/test-cluster.setup.ts',
      globalTeardown: '<rootDir>/db/test-cluster.teardown.ts',
    }),
  ],
};
