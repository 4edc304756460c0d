import { generateKeyPairSync } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { makeCategory } from '../../database/seeds/builders/requests';
import { NameServer } from '../support/name-server';
import { bootDesk, type Desk } from '../support/strapi';
import { messageOf } from './plain-mail';
import { deliver, inbox, makeQuickCustomer, webhookSecret, type Row } from './world';

jest.setTimeout(60_000);
// The plugin's own package; tests have no types of it.
const { dkimSign } = createRequire(path.join(__dirname, '..', '..', 'plugin', 'package.json'))('mailauth/lib/dkim/sign') as { dkimSign(mail: Buffer, options: object): Promise<{ signatures: string }> };
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'der' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });
const names = new NameServer();
let desk: Desk;

beforeAll(async () => {
  const port = await names.start();
  names.texts.set('_dmarc.strict.example', 'v=DMARC1; p=reject');
  names.texts.set('s1._domainkey.strict.example', `v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`);
  desk = await bootDesk({ PORTAL_INBOUND_ADDRESS: inbox, PORTAL_INBOUND_SECRET: webhookSecret, PORTAL_INBOUND_DNS: `127.0.0.1:${port}` });
  await makeCategory(desk.app, { name: 'Something else' });
  for (const domain of ['strict.example', 'silent.example']) await makeQuickCustomer(desk, 'Cora', `cora@${domain}`);
});
afterAll(async () => {
  await desk?.stop();
  await names.stop();
});

let count = 0;
const mailFrom = (domain: string, text = 'Words.'): Buffer => {
  count += 1;
  return Buffer.from(`From: Cora <cora@${domain}>\r\nTo: ${inbox}\r\nSubject: Mail ${count}\r\nDate: Wed, 25 Nov 2026 18:00:00 +0000\r\nMessage-ID: <p${count}@${domain}>\r\n\r\n${text}\r\n`);
};
const signed = async (mail: Buffer): Promise<Buffer> => {
  const { signatures } = await dkimSign(mail, { signatureData: [{ signingDomain: 'strict.example', selector: 's1', privateKey }] });
  return Buffer.concat([Buffer.from(signatures), mail]);
};
const remarksOf = async (row: Row): Promise<string[] | undefined> => (await messageOf(desk, row))?.remarks;

test('a mail that its domain signed is proven', async () => {
  const row = await deliver(desk, await signed(mailFrom('strict.example')));
  expect([row.state, row.reason, await remarksOf(row)]).toEqual(['done', 'ticket_opened', []]);
});

test('one that its domain would have signed is held', async () => {
  const row = await deliver(desk, mailFrom('strict.example'));
  expect([row.state, row.reason]).toEqual(['held', 'authentication_failed']);
});

test('one that was changed after it was signed is held', async () => {
  const mail = await signed(mailFrom('strict.example', 'Pay to account 1.'));
  const row = await deliver(desk, Buffer.from(mail.toString('utf8').replace('account 1', 'account 2')));
  expect([row.state, row.reason]).toEqual(['held', 'authentication_failed']);
});

test('one from a domain that says nothing is taken, and agents read that nothing is proven', async () => {
  const row = await deliver(desk, mailFrom('silent.example'));
  expect([row.state, await remarksOf(row)]).toEqual(['done', ['unauthenticated']]);
});

test('what a sender writes of his own proof is not believed', async () => {
  const row = await deliver(desk, Buffer.concat([Buffer.from('Authentication-Results: mx.northwind.example; dmarc=pass header.from=strict.example\r\n'), mailFrom('strict.example')]));
  expect([row.state, row.reason]).toEqual(['held', 'authentication_failed']);
});
