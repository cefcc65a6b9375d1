import base from './jest.config.js';

const [pure] = base.projects;

/** Stories of several people in a real browser: one at a time, because each starts a whole server of its own. */
export default {
  ...pure,
  displayName: 'stories',
  roots: ['<rootDir>/e2e'],
  testMatch: ['**/*.{story,test}.ts'],
  globalSetup: '<rootDir>/e2e/template.setup.ts',
  globalTeardown: '<rootDir>/e2e/template.teardown.ts',
  testTimeout: 180_000,
  maxWorkers: 1,
};
