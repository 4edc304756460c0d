import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from '../app/free-port.mjs';
import { childEnvironment, root } from '../environment.mjs';
import { step } from '../progress.mjs';
import { browserPath } from '../test/browser-path.mjs';

const version = '13.5.0';
const folder = path.join(root, '.cache', `lighthouse-${version}`);
const entry = path.join(folder, 'node_modules', 'lighthouse', 'core', 'index.js');
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

/**
 * Lighthouse, fetched the first time into a folder of its own: with what it needs it is 176 MB, which nobody
 * who only starts the product should wait for. It brings no browser.
 */
export const installLighthouse = async () => {
  try {
    if (!fs.existsSync(entry)) {
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
      await step('Fetching Lighthouse (a minute)', () => promisify(execFile)('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', `lighthouse@${version}`], { cwd: folder, env: childEnvironment(), shell: process.platform === 'win32' }));
    }
    return { lighthouse: (await import(pathToFileURL(entry).href)).default };
  } catch (error) {
    return { missing: String(error.message).split('\n')[0] };
  }
};

const faultsOf = ({ categories: found, audits }) =>
  categories
    .filter((category) => category !== 'performance')
    .flatMap((category) => found[category].auditRefs)
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => `${id} (${audits[id].title})`);

/** What Lighthouse says of each page on a slow phone: scores of 100, and what costs points beside performance. */
export const judge = async (lighthouse, pages) => {
  const { chromium } = await import('playwright-core');
  const port = await freePort();
  const browser = await chromium.launch({ executablePath: await browserPath(), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--headless=new', `--remote-debugging-port=${port}`] });
  const judged = [];
  try {
    for (const { name, url } of pages) {
      const { lhr } = await step(`Lighthouse: ${name}`, () => lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: categories }));
      const scores = categories.map((category) => (lhr.categories[category].score === null ? null : Math.round(lhr.categories[category].score * 100)));
      judged.push({ name, scores, faults: faultsOf(lhr) });
    }
  } finally {
    await browser.close();
  }
  return judged;
};
