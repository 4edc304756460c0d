import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

const statement = async (sql: string): Promise<void> => {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(sql).finally(() => client.end());
};

/** Where a server's rows are: nothing to say for SQLite, an own empty schema on PostgreSQL. */
export interface TestSchema {
  environment: Record<string, string>;
  drop(): Promise<void>;
}

/** An empty place for one server; on SQLite its data folder is that already. */
export const makeTestSchema = async (): Promise<TestSchema> => {
  if (process.env.DATABASE_CLIENT !== 'postgres') return { environment: { DATABASE_CLIENT: 'sqlite' }, drop: async () => undefined };
  const name = `desk_${randomBytes(6).toString('hex')}`;
  await statement(`CREATE SCHEMA ${name}`);
  return { environment: { DATABASE_SCHEMA: name }, drop: () => statement(`DROP SCHEMA ${name} CASCADE`) };
};
