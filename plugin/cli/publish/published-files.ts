import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isOwnSource, ownSiteFolder } from '../../contracts/own-site';
import type { TypeScript } from '../install/config-object';
import { declaredProps } from './declared-props';
import { filesBelow } from './files-below';
import { fingerprint, fingerprintOf } from './fingerprint';
import type { Manifest, Published } from './manifest';
import type { PackagedSite } from './packaged-site';
import { standingOf, type Standing } from './standing';

/** One file of the pages, as the project and the installed version have it. `file` is its path from the folder of either. */
export interface SiteFile {
  file: string;
  standing: Standing;
  /** As it was published, or as its owner has taken over since; null where it never was. */
  published: Published | null;
  /** As the installed version has it; null where that has none. */
  ours: Published | null;
  /** The original of an update still lies beside it. */
  isWaiting: boolean;
}

/** The name under which the original of an update lies beside a file: `Pagination.new.astro`. */
export const offeredName = (file: string): string => file.replace(/(\.[^./]+)$/, '.new$1');

/** An original that was put beside counts as taken over once its owner has taken it away. */
const settled = (published: Published | undefined, isWaiting: boolean): Published | null => (published?.offered && !isWaiting ? published.offered : (published ?? null));

const oursOf = (ts: TypeScript, site: PackagedSite, file: string): Published => {
  const content = readFileSync(path.join(site.folder, file));
  return { from: site.version, original: fingerprint(content), props: declaredProps(ts, file, content.toString('utf8')) };
};

/** Looks at every file that the project owns, or was said to, and at all that it could. Reads only. */
export const lookAtFiles = (ts: TypeScript, project: string, site: PackagedSite, manifest: Manifest): SiteFile[] => {
  const folder = path.join(project, ownSiteFolder);
  const known = new Set([...site.files, ...Object.keys(manifest), ...filesBelow(folder).filter(isOwnSource)]);
  const packaged = new Set(site.files);
  return [...known].sort().map((file) => {
    const isWaiting = existsSync(path.join(folder, offeredName(file)));
    const published = settled(manifest[file], isWaiting);
    const ours = packaged.has(file) ? oursOf(ts, site, file) : null;
    const standing = standingOf({ own: fingerprintOf(path.join(folder, file)), published: published?.original ?? null, ours: ours?.original ?? null });
    return { file, standing, published, ours, isWaiting };
  });
};

/** Those that the project owns, whoever made them. */
export const ownedOf = (files: SiteFile[]): SiteFile[] => files.filter(({ standing }) => standing !== 'package' && standing !== 'given-back');
