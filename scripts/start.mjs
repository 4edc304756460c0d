import { servingEnvironment, servingFlags } from './environment.mjs';
import { giveUp, step } from './progress.mjs';
import { prepare } from './setup/project-node.mjs';

/** `npm start`: the built product with demo content, from a fresh clone to the printed addresses. */
await prepare(import.meta.url, servingFlags, servingEnvironment);
const [{ setDemoEnvironment }, { requirePort }, { buildChanged }, { bootApp }, demo, { addresses }] = await Promise.all(
  ['./app/demo-environment.mjs', './app/free-port.mjs', './build/build-changed.mjs', './app/boot-app.mjs', './app/demo-content.mjs', './app/addresses.mjs'].map((file) => import(file)),
);

setDemoEnvironment();
if (process.env.NODE_ENV === 'production') giveUp('"npm start" is the demo with known passwords and does not run with NODE_ENV=production. A deployment runs "npm run serve".');
await requirePort(Number(process.env.PORT), process.env.HOST);
await buildChanged();
const { app, listen } = await step('Starting', () => bootApp({ log: process.env.LOG_LEVEL ?? 'warn', lean: true }));
if ((await demo.isEmpty(app)) || (await demo.isUnfinished(app))) await step('Writing the demo content', () => demo.putDemoContent(app, { history: true }));
await listen();
console.log(addresses(app, { demo: true }));
