import { bootApp } from '../app/boot-app.mjs';
import { setDemoEnvironment } from '../app/demo-environment.mjs';
import { makeBenchAgent, takeAllChats } from './agent.mjs';
import { publishArticle } from './article.mjs';
import { addStockApi, stockToken } from './stock-api.mjs';

/**
 * The measured process: the built server, with Strapi's stock API beside ours. It is asked over IPC, so that
 * asking adds no route: `queries` (count since last asked), `memory`, `cpu`, `agent` (his login), `article` (its slug), `words` (once all are found), `takeChats`, `token` (for a user's id).
 */
setDemoEnvironment();
const { app, listen } = await bootApp({ log: 'error' });
await addStockApi(app);
let statements = [];
// Those of requests: jobs, which look at any time, run outside of any.
app.db.connection.on('query', ({ sql }) => app.requestContext.get() && statements.push(sql));
// Counting must not cost memory while load runs.
setInterval(() => (statements = statements.slice(-1000)), 1000).unref();

const answers = {
  queries: () => {
    const seen = statements;
    statements = [];
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
