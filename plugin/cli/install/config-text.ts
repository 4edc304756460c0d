import type ts from 'typescript';
import { findConfigObject, propertyNamed, type ConfigObject, type TypeScript } from './config-object';

/** Writes a property for a place where `env` can be called, or not; without indentation but its own. */
export interface Property {
  name: string;
  write(hasEnv: boolean): string;
}

const lineBreak = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
const indentAt = (text: string, position: number): string => /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', position - 1) + 1))?.[0] ?? '';

/** As it stands in the file: each line moved in, with the file's own line breaks. */
const written = ({ write }: Property, { hasEnv }: ConfigObject, indent: string, text: string): string => write(hasEnv).split('\n').join(`${lineBreak(text)}${indent}`);

const indentOf = ({ object }: ConfigObject, text: string): string => {
  const last = object.properties.at(-1);
  const opening = indentAt(text, object.getStart());
  const own = last ? indentAt(text, last.getStart()) : '';
  return own.length > opening.length ? own : `${opening}  `;
};

/** Behind the last property, its comma and what is said of it in the same line. */
const behind = (ts: TypeScript, text: string, { object }: ConfigObject): number => {
  const { hasTrailingComma } = object.properties;
  const from = hasTrailingComma ? object.properties.end : (object.properties.at(-1)?.end ?? object.getStart() + 1);
  return ts.getTrailingCommentRanges(text, from)?.at(-1)?.end ?? from;
};

/** The text with the property as the last of the object; null where the file cannot be changed safely. Unchanged where it has one of that name. */
export const withProperty = (ts: TypeScript, file: string, text: string, property: Property): string | null => {
  const found = findConfigObject(ts, file, text);
  if (!found) return null;
  if (propertyNamed(ts, found.object, property.name)) return text;
  const indent = indentOf(found, text);
  const { properties } = found.object;
  const comma = properties.length > 0 && !properties.hasTrailingComma;
  const at = behind(ts, text, found);
  const end = properties.at(-1)?.end ?? at;
  const closing = /^[ \t]*\}/.test(text.slice(at)) ? `${lineBreak(text)}${indentAt(text, found.object.getStart())}` : '';
  const added = `${lineBreak(text)}${indent}${written(property, found, indent, text)}${comma ? '' : ','}${closing}`;
  const changed = comma ? `${text.slice(0, end)},${text.slice(end, at)}${added}${text.slice(at)}` : `${text.slice(0, at)}${added}${text.slice(at)}`;
  const again = findConfigObject(ts, file, changed);
  return again && propertyNamed(ts, again.object, property.name) ? changed : null;
};

/** What became of a property that was added once: `text` without it, or why it stays. */
export type Removal = { kind: 'absent' } | { kind: 'changed' } | { kind: 'removed'; text: string };

const cut = (text: string, found: ConfigObject, property: ts.ObjectLiteralElementLike): string => {
  const { properties } = found.object;
  const index = properties.indexOf(property);
  const before = properties[index - 1];
  const hasComma = /^\s*,/.exec(text.slice(property.end));
  const to = property.end + (hasComma ? hasComma[0].length : 0);
  const lineStart = text.lastIndexOf('\n', property.getStart() - 1);
  const from = text[lineStart - 1] === '\r' ? lineStart - 1 : lineStart;
  // The comma that was put behind the one before goes as well.
  if (!hasComma && before) return text.slice(0, before.end) + text.slice(text.indexOf(',', before.end) + 1, from) + text.slice(to);
  return text.slice(0, from) + text.slice(to);
};

/** Takes a property out again where it stands as `withProperty` wrote it. */
export const withoutProperty = (ts: TypeScript, file: string, text: string, property: Property): Removal => {
  const found = findConfigObject(ts, file, text);
  const there = found && propertyNamed(ts, found.object, property.name);
  if (!found || !there) return { kind: 'absent' };
  if (there.getText() !== written(property, found, indentAt(text, there.getStart()), text)) return { kind: 'changed' };
  return { kind: 'removed', text: cut(text, found, there) };
};
