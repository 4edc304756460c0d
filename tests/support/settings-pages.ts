import type { Page } from 'playwright-core';

/** Opens a page of the settings by its address and waits for its heading. */
export const settings = async (page: Page, name: string, heading: string): Promise<void> => {
  await page.goto(`/admin/settings/portal/${name}`);
  await page.getByRole('heading', { name: heading, exact: true, level: 1 }).waitFor();
};

/** Saves what was changed there. */
export const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved. It holds from now on.').first().waitFor();
};

/** One key of the policy, by its name on the page. */
export const field = (page: Page, key: string) => page.getByRole('listitem').filter({ has: page.getByText(key, { exact: true }) });

/** Takes an option of a choice. */
export const choose = async (page: Page, label: string, option: string | RegExp): Promise<void> => {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option }).click();
};

/** The shortest zip file there is. */
export const zip = { name: 'logs.zip', mimeType: 'application/zip', buffer: Buffer.from([0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0)]) };

/** The colour of a page's paper. */
export const paper = (page: Page): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor') as Promise<string>;
/** The accent that its links have. */
export const linkColour = (page: Page): Promise<string> => page.evaluate(`getComputedStyle(document.querySelector('.site-nav a')).getPropertyValue('--accent')`) as Promise<string>;
