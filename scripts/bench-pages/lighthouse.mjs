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
/** What Lighthouse judges, as it names it. */
export const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

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

const faultsOf = ({ categories: found, audits }, judged) =>
  judged
    .filter((category) => category !== 'performance')
    .flatMap((category) => found[category].auditRefs)
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => `${id} (${audits[id].title})`);

// Blink's own word for what `prefers-color-scheme` says: Lighthouse cannot emulate it.
const schemes = { dark: ['--blink-settings=preferredColorScheme=0'], light: ['--blink-settings=preferredColorScheme=1'] };

/**
 * What Lighthouse says of each page on a slow phone, to a reader of this language whose system is light or dark:
 * scores of 100, and what costs points beside performance. `only`: these categories, since performance takes longest.
 */
export const judge = async (lighthouse, pages, { language = 'en', theme = 'light', only = categories } = {}) => {
  const { chromium } = await import('playwright-core');
  const port = await freePort();
  const browser = await chromium.launch({ executablePath: await browserPath(), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--headless=new', `--remote-debugging-port=${port}`, ...schemes[theme]] });
  const judged = [];
  try {
    for (const { name, url } of pages) {
      const options = { port, output: 'json', logLevel: 'error', onlyCategories: only, extraHeaders: { 'Accept-Language': language } };
      const { lhr } = await step(`Lighthouse: ${name}, ${language}, ${theme}`, () => lighthouse(url, options));
      const scores = only.map((category) => (lhr.categories[category].score === null ? null : Math.round(lhr.categories[category].score * 100)));
      judged.push({ name, language, theme, scores, faults: faultsOf(lhr, only) });
    }
  } finally {
    await browser.close();
  }
  return judged;
};
