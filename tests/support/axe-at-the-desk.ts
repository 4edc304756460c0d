import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds in our part of an admin page, once `sign` is there. The frame around it is Strapi's. */
export const faultsOfDeskPage = async (page: Page, path: string, sign: string): Promise<string[]> => {
  await page.goto(`/admin${path}`);
  await page.getByText(sign).first().waitFor();
  await page.waitForLoadState('networkidle');
  const { violations } = await new AxeBuilder({ page }).include('main').withTags(standards).analyze();
  return violations.map(({ id, nodes }) => `${path}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
};
