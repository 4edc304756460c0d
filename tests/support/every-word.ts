import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { App } from '../../database/seeds/builders/services';

interface Database {
  dialect: { client: string };
  connection: { raw(sql: string): Promise<unknown> };
  getSchemaName?(): string | undefined;
}
const rowsOf = <Row>(result: unknown): Row[] => (Array.isArray(result) ? (result as Row[]) : (result as { rows: Row[] }).rows);

const tablesSql = { sqlite: `select name from sqlite_master where type = 'table'`, postgres: `select table_name as name from information_schema.tables where table_schema = 'desk'` };
const shown = (value: unknown): string => (Buffer.isBuffer(value) || value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value instanceof Date ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));

/** Where a word stands in any column of any table: `table.column: the beginning of it`. */
const inTables = async (app: App, word: RegExp): Promise<string[]> => {
  const db = app.db as unknown as Database;
  const client = db.dialect.client === 'postgres' ? 'postgres' : 'sqlite';
  const schema = client === 'postgres' ? '"desk".' : '';
  const found: string[] = [];
  for (const { name } of rowsOf<{ name: string }>(await db.connection.raw(tablesSql[client]))) {
    for (const row of rowsOf<Record<string, unknown>>(await db.connection.raw(`select * from ${schema}"${name}"`))) {
      for (const [column, value] of Object.entries(row)) if (word.test(shown(value))) found.push(`${name}.${column}: ${shown(value).slice(0, 300)}`);
    }
  }
  return found;
};

/** Where it stands in the bytes or the name of any file below a folder; a database in a file is one of them. */
const inFiles = (folder: string, word: RegExp): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    if (word.test(entry.name)) return [file];
    if (!entry.isFile()) return [];
    const text = readFileSync(file).toString('latin1');
    const at = text.search(word);
    return at < 0 ? [] : [`${file}: ${text.slice(Math.max(0, at - 60), at + 60).replace(/[^\x20-\x7e]/g, '·')}`];
  });

/** Every place of the whole database and of the whole folder where a word is. */
export const placesOf = async (app: App, folder: string, word: RegExp): Promise<string[]> => [...(await inTables(app, word)), ...inFiles(folder, word)];
