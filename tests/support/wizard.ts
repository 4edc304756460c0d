import type { Page } from 'playwright-core';

/** Sends the details of a new request and goes on to its files, past the answers where some are offered. */
export const continueToFiles = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Continue' }).click();
  const anyway = page.getByRole('button', { name: 'Send it anyway' });
  await anyway.or(page.getByLabel('Attach files')).first().waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await page.getByLabel('Attach files').waitFor();
};
