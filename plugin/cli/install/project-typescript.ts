import { createRequire } from 'node:module';
import path from 'node:path';
import { packageFolder, type StrapiProject } from '../strapi-project';
import type { TypeScript } from './config-object';

/** The compiler that Strapi itself brings along, in projects of JavaScript too: it can read both. */
export const projectTypeScript = ({ folder }: StrapiProject): TypeScript => {
  const strapi = createRequire(path.join(packageFolder(folder, '@strapi/strapi')!, 'package.json'));
  return createRequire(strapi.resolve('@strapi/typescript-utils/package.json'))('typescript') as TypeScript;
};
