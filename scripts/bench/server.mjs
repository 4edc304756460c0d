import { bootApp } from '../app/boot-app.mjs';
import { setDemoEnvironment } from '../app/demo-environment.mjs';
import { makeBenchAgent, takeAllChats } from './agent.mjs';
import { publishArticle } from './article.mjs';
import { addStockApi, stockToken } from './stock-api.mjs';

/**
 * The measured process: the built server, with Strapi's stock API beside ours. It is asked over IPC, so that
 * asking adds no route: `queries` (begins to count; asked again, the statements since then), `memory`, `cpu`, `agent` (his login), `article` (its slug), `words` (once all are found), `takeChats`, `token` (for a user's id).
 */
setDemoEnvironment();
const { app, listen } = await bootApp({ log: 'error', lean: true });
await addStockApi(app);
let statements = null;
// Those of requests: jobs, which look at any time, run outside of any. Not while load runs: what is kept is no garbage.
app.db.connection.on('query', ({ sql }) => statements && app.requestContext.get() && statements.push(sql));

const answers = {
  queries: () => {
    const seen = statements;
    statements = seen ? null : [];
    return seen;
  },
  memory: () => process.memoryUsage().rss,
  /** Microseconds of processor time so far: says more than a rate where the machine is shared. */
  cpu: () => process.cpuUsage().user + process.cpuUsage().system,
  agent: () => makeBenchAgent(app),
  article: () => publishArticle(app),
  /** Resolves once every ticket can be found by its words. */
  words: () => app.plugin('portal').service('word-keeper').fill(),
  /** Gives every chat that waits to the agent: nobody may take so many by himself. */
  takeChats: () => takeAllChats(app),
  token: (userId) => stockToken(app, userId),
};
process.on('message', async ({ id, ask, value }) => {
  try {
    process.send({ id, answer: await answers[ask](value) });
  } catch (error) {
    process.send({ id, error: error.stack });
  }
});
process.on('disconnect', () => process.exit(0));
await listen();
process.send({ ready: true });
