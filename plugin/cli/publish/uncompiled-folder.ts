import type ts from 'typescript';
import { ownSiteFolder } from '../../contracts/own-site';
import type { TypeScript } from '../install/config-object';
import { textOf, type FileChange, type LeftToDo } from '../install/plan';
import type { StrapiProject } from '../strapi-project';

const file = 'tsconfig.json';
const entry = `"${ownSiteFolder}/"`;

const excludedIn = (ts: TypeScript, text: string): { list: ts.ArrayLiteralExpression; source: ts.JsonSourceFile } | null => {
  const source = ts.parseJsonText(file, text);
  const object = source.statements[0]?.expression;
  if (!object || !ts.isObjectLiteralExpression(object)) return null;
  const property = object.properties.find((each) => each.name !== undefined && ts.isStringLiteral(each.name) && each.name.text === 'exclude');
  return property && ts.isPropertyAssignment(property) && ts.isArrayLiteralExpression(property.initializer) ? { list: property.initializer, source } : null;
};

const names = (ts: TypeScript, list: ts.ArrayLiteralExpression): boolean => list.elements.some((each) => ts.isStringLiteral(each) && each.text.replace(/^\.\//, '').split('/')[0] === ownSiteFolder);

/** The text of a tsconfig.json that leaves the folder out, at the head of `exclude`; the same where it does; null where it has no such list. */
export const withUncompiledFolder = (ts: TypeScript, text: string): string | null => {
  const found = excludedIn(ts, text);
  if (!found) return null;
  const { list, source } = found;
  if (names(ts, list)) return text;
  const at = list.getStart(source) + 1;
  const space = /^\s*/.exec(text.slice(at))![0];
  const before = list.elements.length === 0 ? '' : space;
  return `${text.slice(0, at)}${before}${entry}${list.elements.length === 0 ? '' : ','}${before === '' && list.elements.length > 0 ? ' ' : ''}${text.slice(at)}`;
};

/**
 * Strapi compiles every TypeScript file of a project, and would stumble over those of the pages, which are Astro's to
 * compile: they have to be left out in tsconfig.json.
 */
export const planUncompiledFolder = (ts: TypeScript, project: StrapiProject): FileChange | LeftToDo | null => {
  const before = project.isTypeScript ? textOf(project, file) : null;
  if (before === null) return null;
  const after = withUncompiledFolder(ts, before);
  if (after === null) return { file, why: 'Strapi would compile the pages as if they were its own code; there is no list "exclude" in which to leave them out.', lines: `"exclude": ["node_modules/", "build/", "dist/", ${entry}],` };
  return after === before ? null : { file, before, after, what: `${entry} to what Strapi does not compile` };
};
