import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Check } from '../verdict';
import { broken, well } from '../verdict';

/** The path that a built site was made for, as Astro writes it into its entry. */
const baseOf = (entry: string): string | null => /"base":"(\/[\w-]*)"/.exec(readFileSync(entry, 'utf8'))?.[1] ?? null;

/** Whether there are pages, made for the path at which they are served. */
export const site: Check = async (strapi) => {
  if (!strapi.config.get('plugin::portal.enabled')) return well('The portal is off for customers; the desk stays.');
  const [url, directory] = [strapi.config.get<string>('plugin::portal.url'), strapi.config.get<string>('plugin::portal.site.directory')];
  const entry = path.join(directory, 'server', 'entry.mjs');
  if (!existsSync(entry)) return broken(`There are no pages at ${directory || 'site.directory, which is empty'}: customers read that they are not built.`, 'Build them ("npm run build"), or let site.directory name the folder of built ones.');
  const base = baseOf(entry);
  if (base !== null && base !== url) return broken(`The pages were built for ${base} and are served at ${url}.`, `Build them with HELPDESK_PORTAL_URL=${url}, or set url to ${base}.`);
  return well(`Pages for ${url} are at ${directory}.`);
};
