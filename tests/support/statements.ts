import type { Desk } from './strapi';

/** The SQL statements that answer the requests of `work`, in order: without those of jobs, which look at any time, and of the queues. */
export const statementsOf = async (desk: Desk, work: () => Promise<unknown>): Promise<string[]> => {
  const statements: string[] = [];
  // Jobs run outside of any request.
  const note = ({ sql }: { sql: string }): void => void (desk.app.requestContext.get() && statements.push(sql));
  desk.app.db.connection.on('query', note);
  try {
    await work();
  } finally {
    desk.app.db.connection.removeListener('query', note);
  }
  return statements.filter((sql) => !/^(BEGIN|COMMIT|SAVEPOINT|RELEASE)|portal_(outbox|mails)/i.test(sql));
};
