import type { CategoryField, FieldValue } from './tickets';

/**
 * True while a category's question is asked: it depends on nothing, or on an earlier question that is itself
 * asked and has the wanted answer. One rule for the form, the last look and the check on the server.
 */
export const isAsked = (field: CategoryField, all: CategoryField[], values: Record<string, FieldValue>): boolean => {
  if (field.dependsOn === null) return true;
  const { field: name, equals } = field.dependsOn;
  const before = all.slice(0, all.indexOf(field));
  const above = before.find((each) => each.name === name);
  // Questions may be called `constructor`: only what was answered counts.
  const given = Object.hasOwn(values, name) ? values[name] : false;
  return above !== undefined && given === equals && isAsked(above, before, values);
};
