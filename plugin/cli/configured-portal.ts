import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { CannotGoOn } from './command';
import { strapiModule } from './open-strapi';
import { packageFolder, type StrapiProject } from './strapi-project';

type Configured = { portal?: { config?: { url?: string; site?: { directory?: string } } } };

/** What the project's configuration says of the pages. */
export interface ConfiguredPortal {
  /** The path at which they are served. */
  url: string;
  /** The folder of built ones, where it names one. */
  directory: string;
}

const read = (project: StrapiProject, file: string): Configured => {
  const load = createRequire(path.join(project.folder, 'package.json'));
  const place = ['.js', '.json'].map((ending) => `${file}${ending}`).find((each) => existsSync(each));
  if (!place) return {};
  const loaded = load(place) as Configured | { default: unknown };
  const given = 'default' in loaded ? loaded.default : loaded;
  const strapi = realpathSync(packageFolder(project.folder, '@strapi/strapi')!);
  const { env } = createRequire(path.join(strapi, 'package.json'))('@strapi/utils') as { env: unknown };
  return (typeof given === 'function' ? (given as (tools: { env: unknown }) => Configured)({ env }) : given) as Configured;
};

/**
 * Reads config/plugins as Strapi would (TypeScript is compiled first, .env is read, that of the environment comes over it), without
 * a database: pages are often built where there is none.
 */
export const configuredPortal = async (project: StrapiProject): Promise<ConfiguredPortal> => {
  process.chdir(project.folder);
  const { distDir = project.folder } = await strapiModule(project).compileStrapi({ appDir: project.folder });
  try {
    const files = ['plugins', path.join('env', process.env.NODE_ENV ?? 'development', 'plugins')].map((name) => read(project, path.join(distDir, 'config', name)).portal?.config);
    return { url: files.map((config) => config?.url).findLast((url) => url) ?? '/support', directory: files.map((config) => config?.site?.directory).findLast((directory) => directory) ?? '' };
  } catch (error) {
    throw new CannotGoOn(`config/plugins cannot be read: ${(error as Error).message}\nMend that, or say with --url at which path the portal is served. Nothing was changed.`);
  }
};
