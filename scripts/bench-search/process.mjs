import { bootApp } from '../app/boot-app.mjs';
import { setDemoEnvironment } from '../app/demo-environment.mjs';
import { tasksOf } from './tasks.mjs';

/** The measured process: the built product, asked over IPC. */
setDemoEnvironment();
const { app } = await bootApp({ log: 'error' });
const tasks = tasksOf(app);
process.on('message', async ({ id, task, value }) => {
  try {
    process.send({ id, answer: await tasks[task](value) });
  } catch (error) {
    process.send({ id, error: error.stack });
  }
});
process.on('disconnect', () => process.exit(0));
process.send({ ready: true });
