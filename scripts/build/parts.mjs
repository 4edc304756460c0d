import path from 'node:path';
import { root } from '../environment.mjs';

const packages = ['package.json', 'package-lock.json'];

/**
 * What is built, in an order in which each finds what it needs. `from` are the files it is made of (a
 * change of any builds it anew), `makes` a file that is there once it is built. Who asks for the part that
 * `partOf` names gets this one as well.
 */
export const parts = [
  {
    name: 'plugin',
    label: 'Building the plugin (half a minute)',
    from: [...packages, 'plugin/package.json', 'plugin/admin', 'plugin/contracts', 'plugin/server'],
    makes: ['plugin', 'dist', 'server', 'index.js'],
    command: ['strapi-plugin', ['build']],
    cwd: path.join(root, 'plugin'),
  },
  {
    name: 'vector-worker',
    partOf: 'plugin',
    label: 'Compiling a part of the search',
    from: [...packages, 'plugin/server/tsconfig.worker.json', 'plugin/server/src/search/vectors/worker'],
    makes: ['plugin', 'dist', 'worker', 'index.js'],
    command: ['tsc', ['-p', 'server/tsconfig.worker.json']],
    cwd: path.join(root, 'plugin'),
  },
  {
    name: 'command-line',
    partOf: 'plugin',
    label: 'Compiling the command line',
    from: [...packages, 'plugin/cli', 'plugin/contracts'],
    makes: ['plugin', 'dist', 'cli', 'main.js'],
    command: ['tsc', ['-p', 'cli/tsconfig.json']],
    cwd: path.join(root, 'plugin'),
  },
  {
    name: 'client',
    partOf: 'plugin',
    label: 'Compiling the client of the API',
    from: [...packages, 'plugin/contracts'],
    makes: ['plugin', 'dist', 'contracts', 'client', 'portal-client.js'],
    command: ['tsc', ['-p', 'contracts/tsconfig.client.json']],
    cwd: path.join(root, 'plugin'),
  },
  {
    name: 'configuration',
    label: 'Compiling the configuration',
    from: [...packages, 'tsconfig.json', 'config', 'database', 'plugin/contracts'],
    makes: ['dist', 'config', 'server.js'],
    command: ['tsc', ['-p', 'tsconfig.json']],
    cwd: root,
  },
  {
    name: 'site',
    label: 'Building the portal pages',
    from: [...packages, 'site', 'plugin/contracts'],
    makes: ['site', 'dist', 'server', 'entry.mjs'],
    command: ['astro', ['build', '--silent']],
    cwd: path.join(root, 'site'),
  },
  {
    name: 'admin',
    label: 'Building the admin panel (a minute)',
    from: [...packages, 'plugin/admin', 'plugin/contracts', 'plugin/package.json', 'config/admin.ts', 'src/admin'],
    makes: ['dist', 'build', 'index.html'],
    command: ['strapi', ['build']],
    cwd: root,
    // The panel is the same wherever it is served; only the path of the API is baked in.
    env: { NODE_ENV: 'production' },
  },
];
