import { createECDH } from 'node:crypto';
import { makeArticle, addLanguages } from '../../database/seeds/builders/articles';
import { changeTicket, linkArticle, makeCategory, replyAsAgent, replyAsCustomer, sendRequest, writeNote } from '../../database/seeds/builders/requests';
import { portal } from '../../database/seeds/builders/services';
import { pdfOf, textBytes } from './files';
import { handIn, inboundMail } from './handed-in';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from './strapi';

/** Two customers who used everything there is to use, with words that nobody else has. */
export interface MarkedLives {
  desk: Desk;
  cora: SignedIn;
  otto: SignedIn;
  ada: LoggedIn;
  /** Hers, his in which she takes part, and one of his that she knows nothing of. */
  references: { hers: string; mailed: string; his: string; secret: string };
}

/** A file that passes for what its name says, with a word in it. */
const markedPdf = (word: string): Uint8Array<ArrayBuffer> => {
  const bytes = pdfOf(400);
  bytes.set(textBytes(`% ${word} %`), 100);
  return bytes;
};

const need = <T extends { status: number; text: string }>(answer: T): T => {
  if (answer.status >= 300) throw new Error(`Refused: ${answer.status} ${answer.text}`);
  return answer;
};

/** What Cora says of articles, searches and requests that are not sent. */
const readAndSearch = async (cora: SignedIn): Promise<void> => {
  const offered = need(await cora.post<{ id: string }>('/knowledge/suggestions', { subject: 'zebrasuggestion parcel', body: 'zebrasuggestiontext where is my parcel?' }));
  need(await cora.post('/knowledge/openings', { article: 'parcel', source: `suggestion:${offered.data.id}` }).then((answer) => ({ ...answer, status: 200 })));
  need(await cora.put('/knowledge/articles/parcel/feedback', { helpful: false, reason: 'unclear', comment: 'zebrafeedback' }).then((answer) => ({ ...answer, status: answer.status >= 500 ? answer.status : 200 })));
  need(await cora.get('/knowledge/search?q=zebrasubject%20parcel'));
};

const liveInOwnRequest = async (desk: Desk, { cora, otto, ada }: Pick<MarkedLives, 'cora' | 'otto' | 'ada'>, category: string): Promise<string> => {
  const { app } = desk;
  const file = (name: string) => ({ name: `${name}.pdf`, bytes: Buffer.from(markedPdf(name)) });
  const hers = await sendRequest(app, cora.customer, { category, subject: 'zebrasubject parcel', body: 'zebrabody where is it?', fields: { note: 'zebrafield' }, files: [file('zebrafile')] });
  await replyAsAgent(app, ada.agent, hers, 'Dear Cora, zebraanswer https://nowhere.example', { files: [file('zebraagentfile')] });
  need(await ada.post(`/tickets/${hers}/notes`, { body: 'pineapple zebranote she is difficult', attachments: [(await ada.upload('zebranotefile.pdf', markedPdf('pineapplefile zebranotefile'))).data.id] }));
  need(await cora.post(`/tickets/${hers}/participants`, { email: 'zebraguest@example.com' }));
  need(await cora.post(`/tickets/${hers}/participants`, { email: otto.customer.email }));
  need(await otto.post(`/tickets/${hers}/comments`, { body: 'walrusinvited about zebraquoted', attachments: [(await otto.upload('walrusinvited.pdf', markedPdf('walrusinvitedbytes'))).data.id] }));
  need(await cora.post(`/tickets/${hers}/share-links`, { days: 7 }));
  await replyAsCustomer(app, cora.customer, hers, 'zebrareply');
  await linkArticle(app, hers, 'parcel');
  await changeTicket(app, ada.agent, hers, { state: 'solved', addTags: ['vip'] });
  need(await cora.put(`/tickets/${hers}/rating`, { score: 2, comment: 'zebrarating' }));
  return hers;
};

const liveElsewhere = async (desk: Desk, { cora, otto, ada }: Pick<MarkedLives, 'cora' | 'otto' | 'ada'>, category: string): Promise<{ his: string; secret: string }> => {
  const { app } = desk;
  const his = await sendRequest(app, otto.customer, { category, subject: 'walrussubject', body: 'walrusown words' });
  need(await otto.post(`/tickets/${his}/participants`, { email: cora.customer.email }));
  need(await cora.post(`/tickets/${his}/comments`, { body: 'zebraelsewhere', attachments: [(await cora.upload('zebraelsewherefile.pdf', markedPdf('zebraelsewherebytes'))).data.id] }));
  await writeNote(app, ada.agent, his, 'pineapple about him');
  need(await cora.put(`/tickets/${his}/mute`, {}));
  const secretOne = await sendRequest(app, otto.customer, { category, subject: 'walrussecret', body: 'walrussecret words' });
  return { his, secret: secretOne };
};

/** Each has a chat; what Ada says to him is his alone. */
const chatBoth = async ({ cora, otto, ada }: Pick<MarkedLives, 'cora' | 'otto' | 'ada'>): Promise<void> => {
  need(await ada.put('/chat-seat', { available: true }));
  for (const [who, word] of [[cora, 'zebra'], [otto, 'walrus']] as const) {
    const { key } = need(await who.post<{ key: string }>('/chats', { text: `${word}chat is anybody there?` })).data;
    need(await ada.post(`/chats/${key}/acceptance`));
    need(await ada.post(`/chats/${key}/messages`, { text: `${word}chatanswer` }));
    need(await who.post(`/chats/${key}/closure`));
    need(await who.put(`/chats/${key}/rating`, { score: 4, comment: `${word}chatrating` }));
  }
};

/** Boots a desk and lets Cora and Otto do all that customers can do. `environment` overrides what it has. */
export const markedLives = async (environment: Record<string, string> = {}): Promise<MarkedLives> => {
  const desk = await bootDesk({ ...inboundMail, PORTAL_PUSH_ANY_ADDRESS: 'true', PORTAL_LIVE_CHAT: 'true', ...environment });
  const { app } = desk;
  await addLanguages(app);
  await makeArticle(app, { title: 'Where is my parcel?', slug: 'parcel', body: 'Follow the parcel with its tracking number. A parcel that is late for five days counts as lost.' });
  const [cora, otto, ada] = [await desk.customer('Cora Xylophon'), await desk.customer('Otto Walrus'), await desk.agent('Ada', ['tickets.read', 'tickets.reply', 'tickets.note', 'tickets.assign', 'tickets.update', 'tickets.merge', 'received-mails.read', 'received-mails.manage', 'customers.manage', 'customers.erase', 'audit.read', 'settings.read', 'settings.change', 'chats.answer'])];
  const category = await makeCategory(app, { name: 'Something else', fields: [{ name: 'note', label: 'Note', type: 'text', required: false, choices: [], help: '', dependsOn: null }] as never });
  const people = { cora, otto, ada };
  await readAndSearch(cora);
  need(await cora.post('/me/push-subscriptions', { endpoint: 'http://127.0.0.1:9/zebrapush', keys: { p256dh: createECDH('prime256v1').generateKeys('base64url'), auth: Buffer.alloc(16, 7).toString('base64url') } }));
  const hers = await liveInOwnRequest(desk, people, category);
  const others = await liveElsewhere(desk, people, category);
  await chatBoth(people);
  await handIn(desk, `Cora <${cora.customer.email}>`, 'zebramail subject', 'zebramailbody\r\n\r\nOn Tuesday somebody wrote:\r\n> zebracut');
  await handIn(desk, 'Stranger <stranger@elsewhere.example>', 'walrusheld', 'walrusheldbody');
  const mailed = ((await app.db.query('plugin::portal.ticket').findOne({ where: { subject: 'zebramail subject' } })) as { reference: string }).reference;
  need(await cora.put(`/drafts/reply.${hers}`, { values: { body: 'zebradraft' } }));
  need(await cora.upload('zebraloose.pdf', markedPdf('zebraloosebytes')));
  need(await cora.put('/me/notification-choices', { choices: { received: ['mail'], reply: ['page', 'mail'], message: ['page', 'mail'], solved: ['page', 'mail'], added: ['page', 'mail'], incident: ['page'] }, quietFrom: '22:00', quietUntil: '07:00', digestHour: 9 }));
  await desk.settle();
  await portal<{ settle(): Promise<void> }>(app, 'audit-log').settle();
  return { desk, ...people, references: { hers, mailed, ...others } };
};
