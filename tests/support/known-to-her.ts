import { createECDH } from 'node:crypto';
import type { App } from '../../database/seeds/builders/services';

/** As a browser tells of itself that wants to be told of news. */
export const browserOf = (whose: string) => ({ endpoint: `https://push.example.com/${whose}`, keys: { p256dh: createECDH('prime256v1').generateKeys('base64url'), auth: Buffer.alloc(16, 7).toString('base64url') } });

/** A trusted browser and a passkey of a customer, without the ceremonies; answers their ids. */
export const makeGuards = async (app: App, customerId: number): Promise<{ browser: string; passkey: string }> => {
  const moment = new Date();
  const guards = app.db.query('plugin::portal.trusted-browser' as 'plugin::portal.session');
  const keys = app.db.query('plugin::portal.passkey' as 'plugin::portal.session');
  const browser = await guards.create({ data: { customerId, tokenHash: 'hers', lastSeenAt: moment, expiresAt: new Date(moment.getTime() + 60_000) } });
  const passkey = await keys.create({ data: { customerId, name: 'Her phone', credentialHash: 'hers', credentialId: 'hers', publicKey: 'hers', counter: 0 } });
  return { browser: String(browser.id), passkey: String(passkey.id) };
};
