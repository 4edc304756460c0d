import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Lets an hour pass since an agent wrote words in a chat that nobody has seen; the running server finds it so. */
export const waitAnHour = (dataDirectory: string, key: string): void => {
  const db = new DatabaseSync(path.join(dataDirectory, 'portal.db'), { timeout: 5000 });
  const { changes } = db.prepare('UPDATE portal_chats SET unseen_since = unseen_since - 3600000 WHERE key = ? AND unseen_since IS NOT NULL').run(key);
  db.close();
  if (Number(changes) !== 1) throw new Error(`In the chat ${key} nothing waits to be seen.`);
};
