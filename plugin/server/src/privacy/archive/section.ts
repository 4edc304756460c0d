import { readRows, storedJson } from '../../platform/statements';
import type { Binding } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { toIso } from '../../tickets/serialize';
import type { Person } from './person';

/** Everything that an archive can hold of one thing; the names in it are documented (docs/OWN-DATA.md) and have words in each language. */
export type Item = { [name: string]: ItemValue };
export type ItemValue = string | number | boolean | null | string[] | Item | Item[];

/** Some things of a section; `last` is the row to go on after, null when there are no more. */
export interface Page {
  items: Item[];
  last: number | null;
}
/** A part of the archive. Its rows are read in pages, so that no account is too large. */
export interface Section {
  name: SectionName;
  page(strapi: Strapi, person: Person, after: number): Promise<Page>;
}

export const sectionNames = [
  'account', 'requests', 'messagesElsewhere', 'takingPart', 'chats', 'ratings', 'votes', 'notifications', 'suggestions',
  'writtenAnswers', 'feedback', 'shareLinks', 'incidents', 'muted', 'drafts', 'unsentFiles', 'receivedMails', 'sentMails', 'choices', 'pushBrowsers', 'sessions', 'browsers', 'passkeys', 'apps', 'identities', 'log', 'exports',
] as const;
export type SectionName = (typeof sectionNames)[number];

type Found = Record<string, unknown> & { id: number };
const pageSize = 100;

/** A section of one statement, which ends with a condition; it must answer `id`, by which its rows are read in pages. */
export const tableSection = <Row extends { id: number }>(name: SectionName, sql: string, bindings: (person: Person) => Binding[], toItem: (row: Row) => Item, id = 'id'): Section => ({
  name,
  async page(strapi, person, after) {
    const found = await readRows<Row & Found>(strapi, `${sql} and ${id} > ? order by ${id} limit ${pageSize}`, [...bindings(person), after]);
    return { items: found.map(toItem), last: found.length === pageSize ? (found.at(-1)?.id ?? null) : null };
  },
});

/** A moment as the archive has it; SQLite answers numbers. */
export const moment = (value: Date | string | number | null): string | null => (value === null ? null : toIso(value));
/** A JSON column, whichever database it comes from. */
export const json = <Value>(value: Value | string | null, none: Value): Value => (value === null ? none : storedJson<Value>(value));
