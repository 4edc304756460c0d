// Knex begins what a database says with the whole statement, on SQLite with the values in it: letters of customers.
const statement = /^((?:\w*Error: )?)\s*(?:insert into|replace into|delete from|update \S+ set|select\b[\s\S]+?\bfrom|with\b[\s\S]+?\bas \()[\s\S]* - /i;

/** A message, or the head of a trace, without the statement that failed. */
export const withoutStatement = (text: string): string => text.replace(statement, '$1the database: ');

/** What an error says, whatever was thrown, without the statement that failed; for logs, and for rows that keep why something failed. */
export const saidBy = (error: unknown): string => (error instanceof Error ? withoutStatement(error.message) : String(error));
