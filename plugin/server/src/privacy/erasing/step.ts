import { readRows, writeStatement } from '../../platform/statements';
import type { Binding } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import type { Person } from '../archive/person';

/** What stands in place of what was erased. */
export const erasedName = 'Erased customer';
export const erasedSubject = 'Erased request';
export const erasedText = '(erased)';
/** True for a ticket that still has words: by more than its subject, which anybody may choose to be the one that erasure leaves. */
export const hasWords = `not (subject = '${erasedSubject}' and coalesce(search_text, '') = lower(reference))`;

/** How many of what; no words. */
export type Counts = Record<string, number>;
/** Whose data goes. `names`: those that he had where he wrote. */
export interface Leaving extends Person {
  names: string[];
}
/**
 * A part of an erasure. It can be left at any point, and be done again: then it finds what is left. Everything that it
 * needs of the person is still there when it runs; the account goes last.
 */
export interface Step {
  name: string;
  run(strapi: Strapi, who: Leaving): Promise<Counts>;
}
/** A step after the account is gone, which knows the number only. */
export interface LateStep {
  name: string;
  runLate(strapi: Strapi, customerId: number): Promise<Counts>;
}

/** As many question marks as there are values. */
export const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
/** What a person typed is no pattern. */
export const containing = (words: string): string => `%${words.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;

/** Runs a statement that changes or removes rows, and says how many they were. */
export const changed = async (strapi: Strapi, sql: string, bindings: Binding[]): Promise<number> => (await writeStatement<{ id: number }>(strapi, `${sql} returning id`, bindings)).length;

/** The rows of a statement in pages by their id: `sql` ends with a condition, `id` is how it names the column. */
export async function* pagesOf<Row extends { id: number }>(strapi: Strapi, sql: string, bindings: Binding[], id = 'id', size = 100): AsyncGenerator<Row[]> {
  for (let last = 0; ; ) {
    const found = await readRows<Row>(strapi, `${sql} and ${id} > ? order by ${id} limit ${size}`, [...bindings, last]);
    if (found.length > 0) yield found;
    if (found.length < size) return;
    last = found.at(-1)?.id ?? last;
  }
}

/** All rows of a statement; for what fits into memory, such as references. */
export const allOf = async <Row extends { id: number }>(strapi: Strapi, sql: string, bindings: Binding[], id = 'id'): Promise<Row[]> => {
  const found: Row[] = [];
  for await (const page of pagesOf<Row>(strapi, sql, bindings, id, 1000)) found.push(...page);
  return found;
};

/** Lists in pieces: SQLite counts every value of a statement. */
export const pieces = <T>(list: T[], size = 100): T[][] => Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
