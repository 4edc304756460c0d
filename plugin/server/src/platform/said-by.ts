// Knex begins what a database says with the whole statement, on SQLite with the values in it: letters of customers.
const statement = /^\s*(?:select|insert|update|delete|with|begin|commit|rollback|savepoint|release)\b[\s\S]* - /i;

/** What an error says, whatever was thrown, without the statement that failed; for logs, and for rows that keep why something failed. */
export const saidBy = (error: unknown): string => (error instanceof Error ? error.message.replace(statement, 'the database: ') : String(error));
