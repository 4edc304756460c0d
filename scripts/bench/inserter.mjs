import { randomBytes } from 'node:crypto';

const tables = ['up_users', 'portal_customers', 'portal_sessions', 'portal_categories', 'portal_tickets', 'portal_comments', 'portal_ticket_events', 'portal_ratings', 'portal_search_records', 'portal_suggestions'];
const links = ['up_users_role_lnk'];

/** One prepared statement for each table and set of columns; answers the new row's id. */
const into = (db, table, always) => {
  const statements = new Map();
  return (row) => {
    const full = { ...always(), ...row };
    const columns = Object.keys(full);
    const key = columns.join();
    if (!statements.has(key)) {
      statements.set(key, db.prepare(`INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join()}) VALUES (${columns.map((name) => `@${name}`).join()})`));
    }
    return Number(statements.get(key).run(full).lastInsertRowid);
  };
};

/** Quick inserts by table name, with the columns that Strapi gives every row; `role` is the customers' role. */
export const inserter = (db, now) => {
  const strapiColumns = () => ({ document_id: randomBytes(12).toString('hex'), created_at: now, updated_at: now, published_at: now });
  const own = tables.map((table) => [table, into(db, table, strapiColumns)]);
  const linking = links.map((table) => [table, into(db, table, () => ({}))]);
  const { id: role } = db.prepare(`SELECT id FROM up_roles WHERE type = 'authenticated'`).get();
  return { ...Object.fromEntries([...own, ...linking]), role };
};
