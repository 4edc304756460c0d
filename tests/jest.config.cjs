const path = require('node:path');

/** One Jest project for each folder of tests; scripts/test/suites.mjs says when each runs. */
const project = (displayName, more = {}) => ({
  displayName,
  rootDir: path.resolve(__dirname, '..'),
  testMatch: [`<rootDir>/tests/${displayName}/**/*.test.ts`],
  testEnvironment: 'node',
  transform: { '^.+\\.tsx?$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } }, module: { type: 'commonjs' } }] },
  // Built copies carry the same package names as the sources.
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/plugin/dist/', '<rootDir>/site/dist/', '<rootDir>/.cache/', '<rootDir>/data/'],
  ...more,
});

module.exports = { projects: ['rules', 'architecture', 'components', 'server', 'load', 'journeys'].map((name) => project(name)) };
