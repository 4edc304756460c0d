import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const root = path.resolve(__dirname, '..', '..');
const installed = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => file && existsSync(file));

/** A Chrome that is installed, else the one that came with npm. The package is ESM, so a plain Node asks it. */
const executable = (): string =>
  installed ??
  execFileSync(process.execPath, ['--input-type=module', '-e', "import c from '@sparticuz/chromium'; process.stdout.write(await c.executablePath())"], { cwd: root, encoding: 'utf8' });

/** A headless browser; whoever starts it closes it. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executable(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--headless=new'],
  });

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Uncaught errors and refused resources of every page that was opened. */
  faults: string[];
}
export interface VisitOptions {
  baseURL: string;
  javaScript?: boolean;
  width?: number;
  theme?: 'light' | 'dark';
  /** False: pages get no service worker, which would stand between them and a test that looks at what they ask for. */
  worker?: boolean;
}

/** A browser of somebody who was never here. A navigation is reduced in motion, so that pictures and clicks are not mid-way. */
export const visit = async (browser: Browser, { baseURL, javaScript = true, width = 1280, theme = 'light', worker = true }: VisitOptions): Promise<Visit> => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: javaScript, viewport: { width, height: 900 }, colorScheme: theme, reducedMotion: 'reduce', locale: 'en-GB', serviceWorkers: worker ? 'allow' : 'block' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text());
  });
  return { page, context, faults };
};
