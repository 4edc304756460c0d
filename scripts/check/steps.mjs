import fs from 'node:fs';
import path from 'node:path';
import { root } from '../environment.mjs';

const at = (...names) => path.join(root, ...names);
const types = (project) => ['tsc', ['-p', project, '--noEmit']];

/** What `npm run check` looks at, in this order: name, command, folder. */
export const steps = [
  { name: 'types-configuration', command: types('tsconfig.json') },
  { name: 'types-server', command: types('plugin/server/tsconfig.json') },
  { name: 'types-command-line', command: types('plugin/cli/tsconfig.json') },
  { name: 'types-admin', command: types('plugin/admin/tsconfig.json') },
  { name: 'types-site', command: ['astro', ['check']], cwd: at('site') },
  { name: 'types-tests', command: types('tests/tsconfig.json') },
  { name: 'architecture', command: [process.execPath, ['scripts/test.mjs', 'architecture']], skip: () => !fs.existsSync(at('tests', 'architecture')) && 'tests/architecture does not exist' },
  { name: 'plugin-exports', command: ['strapi-plugin', ['verify']], cwd: at('plugin'), needs: ['plugin'] },
  // Compares package.json of all workspaces with the lock file, and changes nothing.
  { name: 'lock-file', command: ['npm', ['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']] },
];
