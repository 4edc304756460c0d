import type { Page } from 'playwright-core';
import { violationsOn } from './axe';

/** Each width, and the theme that axe looks at it in: colours do not depend on the width, nor the order of things on the theme. */
const looks = [
  { width: 768, theme: null },
  { width: 320, theme: 'dark' },
  { width: 1280, theme: 'light' },
] as const;

const axe = async (page: Page): Promise<string[]> => (await violationsOn(page)).map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(', ')}`);
const tooWide = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What axe finds on the open page in light and dark, and what is too wide at 320, 768 and 1280 px. One load serves all: neither asks the server for anything. */
export const faultsHere = async (page: Page, name: string): Promise<string[]> => {
  const found: string[] = [];
  for (const { width, theme } of looks) {
    await page.setViewportSize({ width, height: 900 });
    const excess = await tooWide(page);
    if (excess > 0) found.push(`${name}: ${excess} px too wide at ${width}`);
    if (!theme) continue;
    await page.emulateMedia({ colorScheme: theme });
    found.push(...(await axe(page)).map((fault) => `${name}, ${theme}: ${fault}`));
  }
  return found;
};

/** What is too wide on the open page at 320, 768 and 1280 px. */
export const widthFaults = async (page: Page, name: string): Promise<string[]> => {
  const found: string[] = [];
  for (const { width } of looks) {
    await page.setViewportSize({ width, height: 900 });
    const excess = await tooWide(page);
    if (excess > 0) found.push(`${name}: ${excess} px too wide at ${width}`);
  }
  return found;
};

/** The same for a reader whose language only mirrors the page, and what axe finds, once. */
export const mirroredFaults = async (page: Page, name: string): Promise<string[]> => [...(await widthFaults(page, name)), ...(await axe(page)).map((fault) => `${name}: ${fault}`)];

/** axe needs its own script to run, so "off" means that the page's scripts are refused, as by a strict policy. */
export const withoutScripts = async (page: Page): Promise<void> => {
  await page.route('**/support/**', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "script-src 'none'" } });
  });
};

/** True for a page that has no script, and so is the same page whether scripts run or not. */
export const isPlain = async (page: Page): Promise<boolean> => (await page.locator('script[src]').count()) === 0;
