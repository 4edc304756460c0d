import type { Page } from 'playwright-core';
import { violationsOn } from './axe';

/** Goes to another page of the admin as its links do. To load the admin anew takes longer than all that is looked at. */
const goWithin = (page: Page, address: string): Promise<void> =>
  page.evaluate((to) => {
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, address);

/** Resolves once nothing was asked of the server for a moment; asked for before the page moves on. */
const untilQuiet = (page: Page): (() => Promise<void>) => {
  const asked = new Set<unknown>();
  let since = Date.now();
  const begin = (request: unknown): void => void asked.add(request);
  const end = (request: unknown): void => {
    asked.delete(request);
    since = Date.now();
  };
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end);
  return async () => {
    while (asked.size > 0 || Date.now() - since < 200) await page.waitForTimeout(50);
    page.off('request', begin).off('requestfinished', end).off('requestfailed', end);
  };
};

/** Colours on their way from one to another are nobody's to judge. */
const untilStill = (page: Page): Promise<unknown> => page.waitForFunction(() => document.getAnimations().every((each) => each.playState !== 'running' || each.effect?.getTiming().iterations === Infinity));

/** What axe finds in our part of an admin page, once `sign` is there. The frame around it is Strapi's. */
export const faultsOfDeskPage = async (page: Page, path: string, sign: string): Promise<string[]> => {
  const quiet = untilQuiet(page);
  if (new URL(page.url()).pathname.startsWith('/admin/')) await goWithin(page, `/admin${path}`);
  else await page.goto(`/admin${path}`);
  await page.getByText(sign).first().waitFor();
  await quiet();
  await untilStill(page);
  return (await violationsOn(page, 'main')).map(({ id, nodes }) => `${path}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
};
