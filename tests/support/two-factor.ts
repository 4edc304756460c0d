import { generateSync } from 'otplib';
import type { Desk, SignedIn } from './strapi';
import type { Visitor } from './visitor';

/** The code that an app with this key shows; `steps` of half a minute later. */
export const codeOf = (key: string, steps = 0): string => generateSync({ secret: key, epoch: Math.floor(Date.now() / 1000) + steps * 30 });

/** Sets up an app for codes and answers its key. The code of now is used up by it. */
export const setUpApp = async (who: Visitor): Promise<string> => {
  const { data } = await who.post<{ key: string }>('/me/authenticator');
  const { status, text } = await who.post('/me/authenticator/confirmation', { code: codeOf(data.key) });
  if (status !== 200) throw new Error(`The app could not be set up: ${status} ${text}`);
  return data.key;
};

/** Takes codes of an app that were used for unused, as if half a minute had passed for each. */
export const forgetUsedCodes = (desk: Desk, { customer: { customerId } }: SignedIn): Promise<unknown> =>
  desk.app.db.query('plugin::portal.authenticator').updateMany({ where: { customerId }, data: { lastStep: null } });

/** Lets the recent proof of all of somebody's sessions be older than it may be. */
export const forgetProof = (desk: Desk, { customer: { customerId } }: SignedIn): Promise<unknown> =>
  desk.app.db.query('plugin::portal.session').updateMany({ where: { customerId }, data: { verifiedAt: new Date(Date.now() - 601_000) } });

/** A browser after the right password, waiting for the second step. */
export const afterPassword = async (desk: Desk, email: string, password: string): Promise<Visitor> => {
  const browser = desk.visitor();
  const { status, text } = await browser.post('/auth/login', { email, password });
  if (status !== 202) throw new Error(`No second step is asked for: ${status} ${text}`);
  return browser;
};

/** Waits, at most three seconds, until the present half minute lasts for three more: a code made now is still the one that is expected when it arrives. */
export const roomInStep = async (): Promise<void> => {
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 3000) await new Promise((resolve) => setTimeout(resolve, left + 50));
};
