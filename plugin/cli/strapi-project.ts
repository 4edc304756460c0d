import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CannotGoOn } from './command';

/** A Strapi 5 project on the disk. */
export interface StrapiProject {
  folder: string;
  isTypeScript: boolean;
  strapiVersion: string;
}

interface PackageJson {
  version?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const readJson = (file: string): PackageJson | null => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PackageJson) : null);

/** The folder of a package as the project's own code would find it: in its node_modules or those above it. */
export const packageFolder = (project: string, name: string): string | null => {
  for (let folder = project; ; folder = path.dirname(folder)) {
    const place = path.join(folder, 'node_modules', name);
    if (existsSync(path.join(place, 'package.json'))) return place;
    if (path.dirname(folder) === folder) return null;
  }
};

/** Reads what kind of project stands in `folder`; what is not a Strapi 5 project with its packages ends here, and is told how to become one. */
export const readProject = (folder: string): StrapiProject => {
  const described = readJson(path.join(folder, 'package.json'));
  const wanted = { ...described?.devDependencies, ...described?.dependencies };
  if (!described || (!wanted['@strapi/strapi'] && !wanted.strapi)) throw new CannotGoOn(`${folder} is no Strapi project: its package.json does not name @strapi/strapi. Run this in the folder of your project.`);
  const place = packageFolder(folder, '@strapi/strapi');
  if (!place && wanted['@strapi/strapi']) throw new CannotGoOn('The packages of this project are not installed. Run "npm install" and then this command again.');
  const strapiVersion = (place && readJson(path.join(place, 'package.json'))?.version) ?? wanted.strapi ?? '';
  if (!/^5\./.test(strapiVersion)) throw new CannotGoOn(`The customer portal needs Strapi 5; this project has ${strapiVersion}. Strapi’s guide for the way from 4 to 5 is https://docs.strapi.io/cms/migration/v4-to-v5.`);
  return { folder, isTypeScript: existsSync(path.join(folder, 'tsconfig.json')), strapiVersion };
};
