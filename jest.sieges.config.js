import stories from './jest.stories.config.js';

/** What is attacked, killed and cut has the machine to itself: one at a time. */
export default {
  ...stories,
  displayName: 'sieges',
  roots: ['<rootDir>/e2e/siege'],
  testPathIgnorePatterns: stories.testPathIgnorePatterns.filter((pattern) => pattern !== '/e2e/siege/'),
  maxWorkers: 1,
};
