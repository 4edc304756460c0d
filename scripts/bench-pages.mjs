import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { elapsed, step } from './progress.mjs';
import { prepare } from './setup/project-node.mjs';

/**
 * `npm run bench:pages`: what Lighthouse (mobile) says of the public pages, what they weigh, and whether a
 * second look is answered 304, as Markdown tables. Starts the built demo product on a port of its own.
 * `-- all`: also every public page in each language, light and dark, which takes ten minutes.
 * Lighthouse is fetched into .cache the first time; without a registry the rest is measured all the same.
 */
await prepare(import.meta.url);
const { buildChanged } = await import('./build/build-changed.mjs');
const { startDemo } = await import('./bench-pages/demo-server.mjs');
const { categories, installLighthouse, judge } = await import('./bench-pages/lighthouse.mjs');
const { weigh } = await import('./bench-pages/weights.mjs');
const { everyLookTable, scoreTable, weightTable } = await import('./bench-pages/tables.mjs');

const pages = [
  { name: 'home', path: '' },
  { name: 'article', path: '/articles/hub-lights' },
  { name: 'questions', path: '/faq' },
  { name: 'search', path: '/search?q=hub+light' },
  { name: 'sign-in', path: '/sign-in' },
];

const morePages = [
  { name: 'answers', path: '/answers' },
  { name: 'category', path: '/answers/readings' },
  { name: 'nothing found', path: '/search?q=xylophone' },
  { name: 'chat', path: '/chat' },
  { name: 'register', path: '/register' },
  { name: 'forgot password', path: '/forgot-password' },
];
const languages = ['en', 'de', 'ar'];
const isEveryLook = process.argv.includes('all');
const at = (pages) => pages.map((page) => ({ ...page, url: `${demo.portal}${page.path}` }));
/** Every public page as a reader of each language sees it, on a light and on a dark system. */
const judgeEveryLook = async (lighthouse) => {
  const judged = [];
  for (const language of languages) {
    for (const theme of ['light', 'dark']) judged.push(...(await judge(lighthouse, at([...pages, ...morePages]), { language, theme, only: categories.filter((category) => category !== 'performance') })));
  }
  return judged;
};

const began = Date.now();
await buildChanged();
const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-bench-pages-'));
const demo = await step('Starting the demo', () => startDemo(directory));
try {
  const weights = [];
  for (const language of isEveryLook ? languages : ['en']) {
    for (const page of isEveryLook ? [...pages, ...morePages] : pages) weights.push({ name: isEveryLook ? `${page.name}, ${language}` : page.name, ...(await weigh(`${demo.portal}${page.path}`, language)) });
  }
  const found = await installLighthouse();
  const judged = found.lighthouse ? await judge(found.lighthouse, at(pages)) : null;
  const everyLook = judged && isEveryLook ? `\n\n${everyLookTable(await judgeEveryLook(found.lighthouse))}` : '';
  const load = `${os.cpus().length} cores (${os.cpus()[0]?.model.trim()}), Node ${process.version}, load ${os.loadavg()[0].toFixed(1)}; ${elapsed(began)}`;
  console.log(`\n# Pages\n\n${load}. Performance depends on what else the machine does; the other scores do not.\n\n${judged ? scoreTable(judged) : `SKIPPED: Lighthouse is not there (${found.missing}).`}${everyLook}\n\n${weightTable(weights)}`);
} finally {
  await demo.stop();
  fs.rmSync(directory, { recursive: true, force: true });
}
