import fs from 'node:fs';
import path from 'node:path';

/**
 * Where database and files are: `PORTAL_DATA_DIR`, else `data/` of the project.
 * Creates the folders that Strapi expects at boot (it stops without `public/uploads`).
 */
export const dataDirectory = (): string => {
  const directory = path.resolve(process.env.PORTAL_DATA_DIR ?? path.join(process.cwd(), 'data'));
  fs.mkdirSync(path.join(directory, 'public', 'uploads'), { recursive: true });
  return directory;
};
