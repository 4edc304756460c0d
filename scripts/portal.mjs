import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { prepare } from './setup/project-node.mjs';

/**
 * `npm run portal -- doctor`, `-- migrate`, `-- publish …`: the plugin's command line for this clone, with the Node
 * that the project brings and the environment of `npm start`; in production with that of `npm run serve`.
 */
await prepare(import.meta.url);
const { childEnvironment, requireSecrets, root } = await import('./environment.mjs');
const { buildChanged } = await import('./build/build-changed.mjs');
const { setDemoEnvironment } = await import('./app/demo-environment.mjs');

if (process.env.NODE_ENV === 'production') requireSecrets();
else setDemoEnvironment();
await buildChanged(['plugin', 'configuration']);
const { status } = spawnSync(process.execPath, [path.join(root, 'plugin', 'bin', 'portal.mjs'), ...process.argv.slice(2)], { cwd: root, env: childEnvironment(), stdio: 'inherit' });
process.exitCode = status ?? 1;
