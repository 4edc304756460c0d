import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, visit, type Visit, type VisitOptions } from './browser';
import { serveBuiltSite, type BuiltSite } from './built-site';

/** The page with every component, served by the built site, and a browser to look at it. */
export interface Gallery {
  site: BuiltSite;
  browser: Browser;
  /** Opens the page for somebody who was never here. */
  open(options?: Omit<VisitOptions, 'baseURL'>, query?: string): Promise<Visit>;
  /** Lets a test work on the page with the scripts, or without any; afterwards nothing may have gone wrong in it. */
  on(javaScript: boolean, work: (page: Page) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export const galleryPath = '/support/_components';

/** The examples of one component. */
export const part = (page: Page, name: string): Locator => page.locator(`#the-${name}`);

/** Tells the page what the browser tells one that it brings back from its memory. */
export const comeBack = (page: Page): Promise<boolean> => page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));

/** The page of all components from the real build, in a browser of its own. */
export const openGallery = async (): Promise<Gallery> => {
  const [site, browser] = await Promise.all([serveBuiltSite(), launchBrowser()]);
  const open: Gallery['open'] = async (options = {}, query = '') => {
    const visiting = await visit(browser, { baseURL: site.url, worker: false, ...options });
    await visiting.page.goto(`${galleryPath}${query}`);
    return visiting;
  };
  return {
    site,
    browser,
    open,
    async on(javaScript, work) {
      const { page, context, faults } = await open({ javaScript });
      await work(page);
      if (faults.length > 0) throw new Error(faults.join('\n'));
      await context.close();
    },
    async close() {
      await browser.close();
      await site.stop();
    },
  };
};
