import fs from 'node:fs';
import path from 'node:path';
import { root } from './environment.mjs';
import { prepare } from './setup/project-node.mjs';

/**
 * `npm run dev`: `strapi develop` (configuration, admin), `strapi-plugin watch` (the plugin) and a rebuild of
 * the site whenever it changes (Astro cannot watch in middleware mode; the plugin loads the new build).
 */
await prepare(import.meta.url);
process.env.NODE_ENV = 'development';
const { setDemoEnvironment } = await import('./app/demo-environment.mjs');
const { requirePort } = await import('./app/free-port.mjs');
const { buildChanged, forgetBuilt } = await import('./build/build-changed.mjs');
const { say, startLabelled } = await import('./dev/labelled-process.mjs');
const { whenChanged } = await import('./dev/when-changed.mjs');
const { whenParentIsGone } = await import('./setup/parent-gone.mjs');

setDemoEnvironment();
// `strapi develop` hands each connection on to the process that answers: what is on its way while that one is replaced
// is answered by nobody, and its browser waits for ever. This way the process takes its connections itself.
process.env.NODE_CLUSTER_SCHED_POLICY ??= 'none';
await requirePort(Number(process.env.PORT), process.env.HOST, { command: 'npm run dev' });
await buildChanged(['configuration', 'vector-worker', 'site']);
// From here on these are built for developing, over what was built for serving.
forgetBuilt();

const at = (...names) => path.join(root, ...names);
const children = [];
let ending = false;
const end = () => {
  if (ending) return;
  ending = true;
  // `npm run seed` beside it may have noted a build that was built over since.
  forgetBuilt();
  for (const child of children) child.kill('SIGTERM');
  setTimeout(() => process.exit(0), 1500);
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end);
whenParentIsGone(end);

/** Starts a command that lives as long as this one. */
const keep = (name, command, args, options) => children.push(startLabelled(name, command, args, options).once('exit', end));

say('dev', 'building the plugin first (about 20 s) …');
await new Promise((resolve) => {
  let running = false;
  const onLine = (line) => {
    if (!line.includes('server rebuilt')) return;
    // Strapi restarts when a file of its configuration is touched; the plugin's build lies outside of what it watches.
    if (running) fs.utimesSync(at('config', 'plugins.ts'), new Date(), new Date());
    running = true;
    resolve();
  };
  keep('plugin', 'strapi-plugin', ['watch'], { cwd: at('plugin'), onLine });
});
const welcome = () => {
  say('dev', `portal http://localhost:${process.env.PORT}/support · admin http://localhost:${process.env.PORT}/admin · demo content and its logins: npm run seed, best before this is started`);
  // Strapi’s own pattern, which it tests against the whole path of each file.
  if (/tmp/.test(root)) say('dev', `The path ${root} has “tmp” in it, and Strapi watches nothing there: changes of plugin and configuration show only after a new start. Move the clone elsewhere.`);
};
keep('strapi', 'strapi', ['develop', '--no-install-deps'], { cwd: root, onLine: (line) => line.includes('Strapi started successfully') && welcome() });

whenChanged([at('site', 'src'), at('site', 'public'), at('plugin', 'contracts')], async () => {
  const began = Date.now();
  await new Promise((resolve) => startLabelled('site', 'astro', ['build', '--silent'], { cwd: at('site') }).once('close', resolve));
  say('site', `built in ${Date.now() - began} ms; reload the page`);
});
