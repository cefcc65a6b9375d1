import base from './jest.config.js';

const [pure] = base.projects;

/** Stories of several people in a real browser, each with a server of its own: two at a time, since people mostly wait for each other. */
export default {
  ...pure,
  displayName: 'stories',
  roots: ['<rootDir>/e2e'],
  testMatch: ['**/*.{story,test}.ts'],
  globalSetup: '<rootDir>/e2e/template.setup.ts',
  globalTeardown: '<rootDir>/e2e/template.teardown.ts',
  testSequencer: base.testSequencer,
  testTimeout: 180_000,
  testPathIgnorePatterns: [...pure.testPathIgnorePatterns, '/e2e/siege/'],
  maxWorkers: 2,
};
