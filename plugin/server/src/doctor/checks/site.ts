import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { servedFault, servedSite, type SiteOrigin } from '../../portal-site/site-directory';
import type { Check } from '../verdict';
import { broken, warning, well } from '../verdict';

/** The path that a built site was made for, as Astro writes it into its entry. */
const baseOf = (entry: string): string | null => /"base":"(\/[\w-]*)"/.exec(readFileSync(entry, 'utf8'))?.[1] ?? null;

const whose: Record<SiteOrigin, string> = { named: 'named in site.directory', own: 'built in this project', packaged: 'as they came with the package' };
/** How pages are built for another path, by whose they are. */
const builtFor = (origin: SiteOrigin, url: string): string => (origin === 'named' ? `Build them with HELPDESK_PORTAL_URL=${url}` : 'Build them here ("npx portal build")');

/** Whether there are pages, made for the path at which they are served, of this version and of what the project owns now. */
export const site: Check = async (strapi) => {
  if (!strapi.config.get('plugin::portal.enabled')) return well('The portal is off for customers; the desk stays.');
  const [url, served] = [strapi.config.get<string>('plugin::portal.url'), servedSite(strapi)];
  const { origin, directory } = served;
  const entry = path.join(directory, 'server', 'entry.mjs');
  if (!existsSync(entry)) return broken(`There are no pages at ${directory}: customers read that they are not built.`, 'Build them ("npm run build"), or let site.directory name the folder of built ones.');
  const base = baseOf(entry);
  if (base !== null && base !== url) return broken(`The pages were built for ${base} and are served at ${url}.`, `${builtFor(origin, url)}, or set url to ${base}.`);
  const fault = servedFault(strapi, served);
  if (fault) return warning(fault, 'Run "npx portal build", and start the server anew.');
  return well(`Pages for ${url}, ${whose[origin]}, are at ${directory}.`);
};
