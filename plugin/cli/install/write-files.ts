import { renameSync, writeFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { StrapiProject } from '../strapi-project';
import type { FileChange } from './plan';

/** Writes each file whole or not at all: whoever stops it in between finds the old or the new one, and runs it again. */
export const writeFiles = ({ folder }: StrapiProject, changes: FileChange[]): void => {
  for (const { file, before, after } of changes) {
    const place = path.join(folder, file);
    const beside = `${place}.portal-install`;
    writeFileSync(beside, after, before === null ? {} : { mode: statSync(place).mode });
    renameSync(beside, place);
  }
};
