import type { Page } from 'playwright-core';
import { demoPassword } from './people';

/** Signs in to the Strapi admin as a person does. */
export const signInToAdmin = async (page: Page, email: string): Promise<void> => {
  await page.goto('/admin');
  await page.getByLabel(/email/i).fill(email);
  await page.getByRole('textbox', { name: /password/i }).fill(demoPassword);
  await page.getByRole('button', { name: /log ?in/i }).click();
  await page.getByRole('navigation').first().waitFor();
};

/** Picks an option of one of the admin's selects. */
export const pick = async (page: Page, label: string, option: string | RegExp): Promise<void> => {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option, exact: typeof option === 'string' }).click();
};
