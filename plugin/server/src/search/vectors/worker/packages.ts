import { createRequire } from 'node:module';
import path from 'node:path';
import { VectorProblem } from './problem';

/**
 * An optional package, looked for beside this plugin and then in the host application. `Shape` is what of
 * it is used. Throws a VectorProblem that says how to install it.
 */
export const optionalPackage = <Shape>(name: string, root: string, install: string): Shape => {
  const places = [__filename, path.join(root, 'package.json')];
  let why = '';
  for (const place of places) {
    try {
      return createRequire(place)(name) as Shape;
    } catch (error) {
      why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    }
  }
  throw new VectorProblem(`the package ${name} cannot be loaded (${why})`, `Install it in the folder of your Strapi: ${install}`);
};
