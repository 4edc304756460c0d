import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../environment.mjs';

const require = createRequire(import.meta.url);
const slug = 'rain-reads-low';

/** Publishes one of the demo's articles, unless it is there; answers its slug. */
export const publishArticle = async (app) => {
  if ((await app.db.query('plugin::portal.article').count()) > 0) return slug;
  const { makeArticle } = require(path.join(root, 'dist', 'database', 'seeds', 'builders', 'articles.js'));
  const file = fs.readFileSync(path.join(root, 'database', 'seeds', 'demo-articles', 'en', `${slug}.md`), 'utf8');
  await makeArticle(app, { title: 'Rain reads too low', slug, body: file.replace(/^---[\s\S]*?\n---\n/, '') });
  return slug;
};
