import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ownSiteFolder } from '../../contracts/own-site';
import { CannotGoOn } from '../command';

/** An original as some version of the plugin had it. */
const original = { from: z.string(), original: z.string(), props: z.string().nullable() };
const published = z.strictObject({ ...original, offered: z.strictObject(original).optional() });
/** `offered`: the newer original that lies beside a file which both sides changed, until its owner takes it away. */
export type Published = z.infer<typeof published>;

const shape = z.strictObject({ about: z.string(), files: z.record(z.string(), published) });
/** What was published, by its path from the folder. */
export type Manifest = Record<string, Published>;

export const manifestFile = '.published.json';
const about = 'Written by "portal publish": of which version each file is, so that later ones can tell your changes from ours. Commit it.';

/** What the project has published so far. */
export const readManifest = (project: string): Manifest => {
  const place = path.join(project, ownSiteFolder, manifestFile);
  if (!existsSync(place)) return {};
  try {
    return shape.parse(JSON.parse(readFileSync(place, 'utf8'))).files;
  } catch {
    throw new CannotGoOn(`${ownSiteFolder}/${manifestFile} cannot be read, so nobody can tell whose change is whose. Take it back from your repository; if that is not possible, remove it and run this again: it says of which files it does not know the origin. Nothing was changed.`);
  }
};

/** The text of the manifest: sorted, so that a repository shows only what changed. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify({ about, files: Object.fromEntries(Object.entries(manifest).sort(([one], [other]) => (one < other ? -1 : 1))) }, null, 2)}\n`;
