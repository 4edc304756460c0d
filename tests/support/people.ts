import type { Page } from 'playwright-core';

export const demoPassword = 'Portal-demo-2026';

/** A mail as the mailbox tells it. */
export interface KeptMail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** The mails to an address, newest first. */
export const mailsTo = async (portal: string, address: string): Promise<KeptMail[]> => {
  const mails = (await (await fetch(`${portal}/_mailbox.json`)).json()) as KeptMail[];
  return mails.filter(({ to }) => to === address);
};

/** The newest mail to an address whose subject has `words`; waits for it, since mails follow their cause. */
export const mailAbout = async (portal: string, address: string, words: string): Promise<KeptMail> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = (await mailsTo(portal, address)).find(({ subject }) => subject.includes(words));
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No mail about "${words}" came to ${address}.`);
};

/** The first link of a mail. */
export const linkIn = ({ text }: KeptMail): string => /https?:\/\/\S+/.exec(text)?.[0] ?? '';

/** Signs in through the page and waits until the frame knows it. */
export const signIn = async (page: Page, email: string, password = demoPassword): Promise<void> => {
  await page.goto('/support/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  // On a phone the button is behind the menu.
  await page.getByRole('button', { name: 'Sign out', includeHidden: true }).waitFor({ state: 'attached' });
};

/** Registers through the pages, follows the mailed link, and signs in. */
export const becomeCustomer = async (page: Page, portal: string, name: string, email: string): Promise<void> => {
  await page.goto('/support/register');
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(demoPassword);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.goto(linkIn(await mailAbout(portal, email, 'Confirm')));
  await page.getByRole('button', { name: 'Confirm email address' }).click();
  await signIn(page, email);
};
