import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CannotGoOn } from '../command';
import { packageFolder, type StrapiProject } from '../strapi-project';
import { findConfigObject, propertyNamed, type TypeScript } from './config-object';
import { configFile, textOf, type FileChange } from './plan';

/** Our name among npm packages. */
export const ownPackage = 'strapi-plugin-customer-portal';

interface Described {
  name?: string;
  dependencies?: Record<string, string>;
  strapi?: { kind?: string; name?: string };
}
const describedIn = (folder: string): Described => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Described;

/** Strapi finds plugins among the dependencies of its package.json only. */
export const needOwnPackage = ({ folder }: StrapiProject): void => {
  if (describedIn(folder).dependencies?.[ownPackage]) return;
  throw new CannotGoOn(`${ownPackage} is not among the dependencies of this project, where Strapi looks for plugins. Run "npm install ${ownPackage}" and then this command again.`);
};

const otherPlugin = ({ folder }: StrapiProject): string | undefined =>
  Object.keys(describedIn(folder).dependencies ?? {}).find((name) => {
    const place = name === ownPackage ? null : packageFolder(folder, name);
    const strapi = place ? describedIn(place).strapi : undefined;
    return strapi?.kind === 'plugin' && strapi.name === 'portal';
  });

/** The plugin that the configuration itself calls `portal` and has elsewhere; null where there is none. */
const resolvedPlugin = (ts: TypeScript, project: StrapiProject): string | null => {
  const file = configFile(project, 'plugins');
  const found = findConfigObject(ts, file, textOf(project, file) ?? '');
  const resolve = found && /\bresolve:\s*['"`]([^'"`]+)/.exec(propertyNamed(ts, found.object, 'portal')?.getText() ?? '')?.[1];
  if (!resolve) return null;
  const place = [path.resolve(project.folder, resolve), packageFolder(project.folder, resolve) ?? ''].find((folder) => existsSync(path.join(folder, 'package.json')));
  return place && describedIn(place).name === ownPackage ? null : resolve;
};

/** Two plugins cannot have one name. */
export const needFreeName = (ts: TypeScript, project: StrapiProject): void => {
  const taken = otherPlugin(project) ?? resolvedPlugin(ts, project);
  if (taken) throw new CannotGoOn(`Another plugin of this project is called "portal" already: ${taken}. Strapi knows plugins by their names, so only one of the two can be installed. Nothing was changed.`);
};

/** Asked for all files before the first is written. */
export const needWriteRights = ({ folder }: StrapiProject, changes: FileChange[]): void => {
  const closed = changes.filter(({ file, before }) => {
    try {
      for (const place of before === null ? [path.dirname(file)] : [path.dirname(file), file]) accessSync(path.join(folder, place), constants.W_OK);
      return false;
    } catch {
      return true;
    }
  });
  if (closed.length > 0) throw new CannotGoOn(`This user may not write ${closed.map(({ file }) => file).join(', ')} in ${folder}. Nothing was changed. Run it as the user to whom the project belongs.`);
};

/** True where git knows of changes that are not committed: ours would lie among them. */
export const hasUncommittedChanges = ({ folder }: StrapiProject): boolean => {
  try {
    return execFileSync('git', ['status', '--porcelain', '.'], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() !== '';
  } catch {
    // No git here, or no repository.
    return false;
  }
};

/** True where the pages of the portal came along with this package, or the environment names others. */
export const hasPages = (environment: NodeJS.ProcessEnv): boolean =>
  existsSync(path.join(environment.PORTAL_SITE ?? path.join(__dirname, '..', '..', 'site'), 'server', 'entry.mjs'));
