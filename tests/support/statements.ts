import type { Desk } from './strapi';

/** The SQL statements of `work`, in order; what jobs do meanwhile is not among them when nothing is due. */
export const statementsOf = async (desk: Desk, work: () => Promise<unknown>): Promise<string[]> => {
  const statements: string[] = [];
  const note = ({ sql }: { sql: string }): void => void statements.push(sql);
  desk.app.db.connection.on('query', note);
  try {
    await work();
  } finally {
    desk.app.db.connection.removeListener('query', note);
  }
  return statements.filter((sql) => !/^(BEGIN|COMMIT|SAVEPOINT|RELEASE)/i.test(sql));
};
