import type { Desk } from './strapi';

/** The SQL statements that answer the requests of `work`, in order: without those of jobs, of what earlier requests set going, and of the queues. */
export const statementsOf = async (desk: Desk, work: () => Promise<unknown>): Promise<string[]> => {
  const statements: string[] = [];
  const asking = new Set<unknown>();
  // Jobs run outside of any request. What an earlier request set going is still in that one's context: it was answered before.
  const note = ({ sql }: { sql: string }): void => {
    const ctx = desk.app.requestContext.get();
    if (ctx && !ctx.res.writableEnded) asking.add(ctx);
    if (asking.has(ctx)) statements.push(sql);
  };
  desk.app.db.connection.on('query', note);
  try {
    await work();
  } finally {
    desk.app.db.connection.removeListener('query', note);
  }
  return statements.filter((sql) => !/^(BEGIN|COMMIT|SAVEPOINT|RELEASE)|portal_(outbox|mails)/i.test(sql));
};
