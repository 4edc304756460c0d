import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { changeTicket, closeRequest, replyAsAgent, sendRequest } from '../../database/seeds/builders/requests';
import { makeAgent, type Agent, type Customer } from '../../database/seeds/builders/people';
import { at, portal } from '../../database/seeds/builders/services';
import { replyAddress, replyKey, sealReply, sealedMessageId } from '../../plugin/server/src/mail/reply-address';
import { smallPng } from '../support/parcel-category';
import type { Desk } from '../support/strapi';
import type { Before } from './expected';

export const inbox = 'support@northwind.example';
export const webhookSecret = 'a secret of the tests';

interface Ticket {
  id: number;
  reference: string;
}
export interface Row {
  id: number;
  key: string;
  state: string;
  reason: string | null;
  ticketId: number | null;
  commentId: number | null;
  attempts: number;
  decisions: { step: string; verdict: string; detail: string | null }[];
}
/** Somebody with a request, about which a mail comes. */
export interface Scene {
  me: Customer;
  ticket: Ticket;
  words: Record<string, string>;
}

/** A customer without a password that anybody knows: hashing one takes longer than all the rest. */
export const makeQuickCustomer = async ({ app }: Desk, name: string, email: string): Promise<Customer> => {
  const { id, userId, segment } = await portal<{ create(customer: object): Promise<{ id: number; userId: number; segment: string }> }>(app, 'customers').create({ email, name, passwordHash: 'nobody knows it', language: 'en' });
  return { customerId: id, userId, sessionId: 0, name, email, language: 'en', timeZone: 'UTC', theme: 'auto', segment, organisationId: null };
};

export const ticketOf = async ({ app }: Desk, reference: string): Promise<Ticket & { state: string; mergedIntoId: number | null; messageCount: number; subject: string }> =>
  (await app.db.query('plugin::portal.ticket').findOne({ where: { reference } })) as never;

/** A mail of the corpus as it comes over the line, with the words of this desk in it. */
export const rendered = (name: string, words: Record<string, string>): Buffer => {
  const text = readFileSync(path.join(__dirname, 'mails', `${name}.eml`), 'utf8');
  const filled = text.replace(/\{\{([a-z-]+)\}\}/g, (_all, word: string) => {
    const value = words[word];
    if (value === undefined) throw new Error(`${name}.eml asks for "${word}", which the scene does not have.`);
    return value;
  });
  return Buffer.from(filled.replace(/\r?\n/g, '\r\n'), 'utf8');
};

/** Hands a mail in as a mail server would. */
export const handIn = (desk: Desk, bytes: Buffer, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${desk.url}/api/portal/inbound-mail`, { method: 'POST', body: new Uint8Array(bytes), headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${webhookSecret}`, ...headers } });

/** Hands a mail in, lets it be read, and answers what was stored of it. */
export const deliver = async (desk: Desk, bytes: Buffer): Promise<Row> => {
  const answer = await handIn(desk, bytes);
  if (answer.status !== 200) throw new Error(`The mail was not taken: ${answer.status} ${await answer.text()}`);
  const { data } = (await answer.json()) as { data: { id: string }[] };
  await portal<{ runDue(): Promise<void> }>(desk.app, 'mail-runner').runDue();
  return rowOf(desk, data[0]!.id);
};

export const rowOf = async ({ app }: Desk, key: string): Promise<Row> => (await app.db.query('plugin::portal.received-mail').findOne({ where: { key } })) as never;

const long = new Date('2025-01-10T12:00:00Z');

/** People and requests for mails; each scene has a customer and a request of its own. */
export class World {
  private constructor(readonly desk: Desk, readonly ada: Agent, readonly otto: Customer, readonly ottosTicket: Ticket, readonly blocked: Customer, readonly category: string) {}

  static async of(desk: Desk, category: string): Promise<World> {
    const otto = await makeQuickCustomer(desk, 'Otto Berg', 'otto.berg@example.org');
    const blocked = await makeQuickCustomer(desk, 'Bea Barred', 'bea@example.org');
    await desk.app.db.query('plugin::portal.customer').updateMany({ where: { id: blocked.customerId }, data: { portalAccess: false } });
    const ada = await makeAgent(desk.app, 'Ada', 'Okafor', 'ada@example.com');
    const reference = await sendRequest(desk.app, otto, { category, subject: 'Of Otto', body: 'His words.' });
    return new World(desk, ada, otto, await ticketOf(desk, reference), blocked, category);
  }

  private key(): Buffer {
    return replyKey(this.desk.app.config.get<string>('admin.auth.secret'));
  }
  seal(ticketId: number, customerId: number): string {
    return sealReply({ ticketId, customerId }, this.key());
  }

  private async request(me: Customer, before: Before): Promise<Ticket> {
    const { app } = this.desk;
    const write = async (): Promise<string> => {
      const reference = await sendRequest(app, me, { category: this.category, subject: 'My station is silent', body: 'It blinks red.' });
      await replyAsAgent(app, this.ada, reference, 'Is the battery new?');
      if (before === 'solved') await changeTicket(app, this.ada, reference, { state: 'solved' });
      if (before === 'closed' || before === 'closed_long_ago') await closeRequest(app, me, reference);
      return reference;
    };
    return ticketOf(this.desk, before === 'closed_long_ago' ? await at(app, long, write) : await write());
  }

  private async mergedAway(me: Customer, from: Ticket): Promise<Ticket> {
    const into = await this.request(me, 'pending');
    await portal<{ merge(from: string, into: string, confirmation: string | null, agent: Agent): Promise<void> }>(this.desk.app, 'ticket-merges').merge(from.reference, into.reference, null, this.ada);
    return into;
  }

  /** The Message-ID of a mail that really was written to somebody about a ticket. */
  private async plainId(me: Customer): Promise<string> {
    await this.desk.settle();
    const [mail] = (await this.desk.app.db.query('plugin::portal.mail').findMany({ where: { to: me.email }, orderBy: { id: 'desc' }, limit: 1 })) as { messageId: string }[];
    return mail?.messageId ?? '';
  }

  async scene(before: Before, wantsMail: boolean): Promise<Scene> {
    const unique = randomBytes(6).toString('hex');
    const me = await makeQuickCustomer(this.desk, 'Cora Bell', `cora.${unique}@example.com`);
    const pia = await makeQuickCustomer(this.desk, 'Pia Part', `pia.${unique}@example.com`);
    const ticket = await this.request(me, before);
    const goesOn = before === 'merged' ? await this.mergedAway(me, ticket) : ticket;
    await this.desk.app.db.query('plugin::portal.participant').create({ data: { key: randomUUID(), ticketId: goesOn.id, email: pia.email } });
    const sealed = this.seal(ticket.id, me.customerId);
    const reply = replyAddress(inbox, sealed);
    const words = {
      inbox, unique, reply, me: me.email, name: me.name, reference: ticket.reference,
      sealed: sealedMessageId(sealed, 'a1b2', 'northwind.example'),
      root: `<${ticket.reference.toLowerCase()}@127.0.0.1>`.slice(1, -1),
      'shouted-reply': reply.toUpperCase(),
      'plain-id': wantsMail ? await this.plainId(me) : '',
      'otto-reply': replyAddress(inbox, this.seal(this.ottosTicket.id, this.otto.customerId)),
      'otto-reference': this.ottosTicket.reference,
      otto: this.otto.email,
      'forged-reply': replyAddress(inbox, `${sealed.slice(0, -2)}${sealed.endsWith('00') ? '11' : '00'}`),
      'deleted-reply': replyAddress(inbox, this.seal(99_999_999, me.customerId)),
      participant: pia.email,
      'participant-name': pia.name,
      'stranger-customer': this.otto.email,
      blocked: this.blocked.email,
      'blocked-name': this.blocked.name,
      png: smallPng.toString('base64').replace(/.{72}/g, '$&\n'),
    };
    return { me, ticket: goesOn, words };
  }
}
