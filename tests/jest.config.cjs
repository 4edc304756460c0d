const path = require('node:path');

// What Vite would put in for the site's sources: the portal's address by default.
const vite = { 'import.meta.env.BASE_URL': '"/support"' };
const swc = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { optimizer: { globals: { vars: vite } } } },
  // `import()` stays what it is: packages that are ES modules only are loaded by it, as in the built plugin.
  module: { type: 'commonjs', ignoreDynamic: true },
};

/** One Jest project for each folder of tests; scripts/test/suites.mjs says when each runs. */
const project = (displayName, more = {}) => ({
  displayName,
  rootDir: path.resolve(__dirname, '..'),
  testMatch: [`<rootDir>/tests/${displayName}/**/*.test.ts`],
  testEnvironment: 'node',
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
  // The site's own short names, as in site/tsconfig.json.
  moduleNameMapper: { '^@contracts/(.*)$': '<rootDir>/plugin/contracts/$1', '^@(components|features|i18n|layouts|portal-api)/(.*)$': '<rootDir>/site/src/$1/$2' },
  // Built copies carry the same package names as the sources.
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/plugin/dist/', '<rootDir>/site/dist/', '<rootDir>/.cache/', '<rootDir>/data/'],
  ...more,
});

const beside = { testEnvironment: '<rootDir>/tests/support/server-environment.cjs' };

module.exports = { testSequencer: path.join(__dirname, 'longest-first.cjs'), projects: ['rules', 'architecture', 'components', 'server', 'nodes', 'inbound-mail', 'mailboxes', 'scanner', 'load', 'install', 'journeys'].map((name) => project(name, ['server', 'inbound-mail', 'mailboxes', 'scanner'].includes(name) ? beside : {})) };
