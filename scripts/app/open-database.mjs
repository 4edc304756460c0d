import { buildChanged } from '../build/build-changed.mjs';
import { requireSecrets } from '../environment.mjs';
import { step } from '../progress.mjs';
import { bootApp } from './boot-app.mjs';
import { setDemoEnvironment } from './demo-environment.mjs';

/** The application on the configured database, without a server: for commands that change what is in it. In production it asks for the secrets, else the demo's are taken. */
export const openDatabase = async () => {
  if (process.env.NODE_ENV === 'production') requireSecrets();
  else setDemoEnvironment();
  await buildChanged(['plugin', 'configuration']);
  return step('Opening the database', () => bootApp({ log: 'warn' }));
};
