import { z } from 'zod';

/** The folder of a project that holds what it owns of the portal's pages, and the build of them. */
export const ownSiteFolder = 'portal-site';
/** Where `portal build` puts the pages, below that folder. */
export const ownBuildFolder = 'dist';
/** What the build says of itself, beside the pages and out of reach of browsers. */
export const buildNoteFile = 'portal-build.json';

/** Made of which version of the plugin and which files of the project (each with its fingerprint), for which path. */
export const buildNote = z.strictObject({ version: z.string(), url: z.string(), files: z.record(z.string(), z.string()) });
export type BuildNote = z.infer<typeof buildNote>;

const isHidden = (file: string): boolean => file.split('/').some((name) => name.startsWith('.'));
const isMade = (file: string): boolean => /^(?:dist|node_modules)\//.test(file);

/** The original that an update puts beside a file which both sides changed: `Pagination.new.astro`. */
export const isOffered = (file: string): boolean => /\.new\.[^./]+$/.test(file);

/** Whether a file of that folder (its path from there, with slashes) is one that the pages are built from. */
export const isOwnSource = (file: string): boolean => !isHidden(file) && !isMade(file) && !isOffered(file);
