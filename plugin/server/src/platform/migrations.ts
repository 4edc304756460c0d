import type { Strapi } from './domain';

/** What a step of a long migration came to: where the next one goes on, and how many things it dealt with. */
export interface Step {
  mark: string;
  done: number;
}

interface Named {
  /** Its number in three digits and what it is about, as its file is called: `001-words-of-tickets`. Never another afterwards. */
  name: string;
  /** One sentence for whoever runs it. */
  what: string;
}

/**
 * Takes a moment, whatever is in the tables: it runs in one transaction, at each start that finds it missing. Written
 * so that a table which is there already is well.
 */
export interface QuickMigration extends Named {
  up(strapi: Strapi): Promise<void>;
}

/**
 * Takes as long as there are rows: it runs in steps of less than a second, each a transaction of its own that keeps
 * its mark, so that it goes on there after whatever ended it. `null`: nothing is left. The code of its version must
 * work before it has ended.
 */
export interface LongMigration extends Named {
  step(strapi: Strapi, mark: string | null): Promise<Step | null>;
}

/** A change of tables or rows that Strapi does not make of itself. Forward only, and such that the version before still runs. Decision 051. */
export type Migration = QuickMigration | LongMigration;

/** True for what only `portal migrate` runs. */
export const isLong = (migration: Migration): migration is LongMigration => 'step' in migration;

/** All of them by their numbers; throws where two have the same. */
export const inOrder = (migrations: Migration[]): Migration[] => {
  const numberOf = ({ name }: Migration): string => {
    const [, number] = /^(\d{3})-[a-z0-9-]+$/.exec(name) ?? [];
    if (number === undefined) throw new Error(`The migration "${name}" of the portal needs a name such as 001-words-of-tickets.`);
    return number;
  };
  const sorted = migrations.toSorted((one, other) => numberOf(one).localeCompare(numberOf(other)));
  const twin = sorted.find((each, index) => index > 0 && numberOf(sorted[index - 1] as Migration) === numberOf(each));
  if (twin) throw new Error(`The portal has two migrations of number ${numberOf(twin)} (one is "${twin.name}"). Give one another number.`);
  return sorted;
};
