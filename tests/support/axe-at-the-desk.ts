import type { Page } from 'playwright-core';
import { violationsOn } from './axe';

/** What axe finds in our part of an admin page, once `sign` is there. The frame around it is Strapi's. */
export const faultsOfDeskPage = async (page: Page, path: string, sign: string): Promise<string[]> => {
  await page.goto(`/admin${path}`);
  await page.getByText(sign).first().waitFor();
  await page.waitForLoadState('networkidle');
  return (await violationsOn(page, 'main')).map(({ id, nodes }) => `${path}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
};
