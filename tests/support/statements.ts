import type { Desk } from './strapi';

/** The SQL statements of `work`, in order, without those of the queues, of the search index and of the articles' dates, whose jobs look at any time. */
export const statementsOf = async (desk: Desk, work: () => Promise<unknown>): Promise<string[]> => {
  const statements: string[] = [];
  const note = ({ sql }: { sql: string }): void => void statements.push(sql);
  desk.app.db.connection.on('query', note);
  try {
    await work();
  } finally {
    desk.app.db.connection.removeListener('query', note);
  }
  return statements.filter((sql) => !/^(BEGIN|COMMIT|SAVEPOINT|RELEASE)|portal_(outbox|mails|search_changes)|publish_at[`"] <=/i.test(sql));
};
