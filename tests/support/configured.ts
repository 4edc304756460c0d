import { portal } from '../../database/seeds/builders/services';
import type { Desk } from './strapi';

/** Another value in config/plugins.ts, as if the desk had been started with it: it reads what the file says of customers once. */
export const configure = async ({ app }: Desk, key: string, value: unknown): Promise<void> => {
  app.config.set(`plugin::portal.${key}`, value);
  await portal<{ load(): Promise<void> }>(app, 'policy-memory').load();
};
