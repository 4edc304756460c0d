import type { PolicyChange } from '../../plugin/contracts/settings';
import { demoPassword } from './builders/people';
import type { Agent } from './builders/people';
import { idsBy, writePast } from './builders/past';
import { portal } from './builders/services';
import type { App } from './builders/services';
import { chatLineRows, chatRow } from './demo/history/chat-rows';
import { pastChats } from './demo/history/past-chats';
import { pastReadings, pastSearches, pastSuggestions } from './demo/history/past-questions';
import { pastRequests } from './demo/history/past-requests';
import { regulars } from './demo/history/regulars';
import { commentRows, lineRows, ticketRow } from './demo/history/request-rows';
import type { Known } from './demo/history/request-rows';
import { customers as people } from './demo/people';
import type { CustomerKey } from './demo/people';
import type { Cast } from './demo/player';

interface Services {
  passwords: { hash(password: string): Promise<string> };
  customers: { create(customer: { email: string; name: string; passwordHash: string; language: 'en' | 'de' }): Promise<{ id: number }>; changeProfile(id: number, change: { timeZone: string }): Promise<unknown> };
  settings: { change(changes: PolicyChange, author: Agent): Promise<unknown> };
  'word-keeper': { heard(events: object[]): Promise<void> };
  'figure-keeper': { heard(events: object[]): Promise<void> };
}
const of = <Name extends keyof Services>(app: App, name: Name): Services[Name] => portal<Services[Name]>(app, name);

const makeRegulars = async (app: App, premium: string): Promise<Map<string, number>> => {
  const passwordHash = await of(app, 'passwords').hash(demoPassword);
  const made = new Map<string, number>();
  for (const person of regulars) {
    const { id } = await of(app, 'customers').create({ email: person.email, name: person.name, passwordHash, language: person.language });
    await of(app, 'customers').changeProfile(id, { timeZone: person.timeZone });
    // The segment is known to the services once this transaction is committed.
    if (person.premium) await app.db.query('plugin::portal.customer').update({ where: { id }, data: { segment: premium, segmentByRule: false } });
    made.set(person.email, id);
  }
  return made;
};

const writeRequests = async (app: App, known: Known, now: Date): Promise<void> => {
  const requests = pastRequests(now);
  await writePast(app, 'ticket', requests.map((past) => ticketRow(past, known)));
  const ids = await idsBy(app, 'ticket', 'reference');
  const idOf = ({ reference }: { reference: string }): number => ids.get(reference) ?? 0;
  await writePast(app, 'comment', requests.flatMap((past) => commentRows(past, idOf(past), known)));
  await writePast(app, 'ticket-event', requests.flatMap((past) => lineRows(past, idOf(past))));
  const rated = requests.flatMap(({ rating, ...past }) => (rating ? [{ ticketId: idOf(past), customerId: known.customers.get(past.by.email), assigneeId: known.agents[past.agent], score: rating.score, comment: '', createdAt: new Date(rating.at), updatedAt: new Date(rating.at) }] : []));
  await writePast(app, 'rating', rated);
};

const writeChats = async (app: App, known: Known, now: Date): Promise<void> => {
  const chats = pastChats(now);
  await writePast(app, 'chat', chats.map((past) => chatRow(past, known)));
  const ids = await idsBy(app, 'chat', 'key');
  await writePast(app, 'chat-message', chats.flatMap((past) => chatLineRows(past, ids.get(past.key) ?? 0, known)));
};

const writeQuestions = async (app: App, now: Date): Promise<void> => {
  const stamped = <Past extends { at: number }>({ at, ...past }: Past): object => ({ ...past, createdAt: new Date(at), updatedAt: new Date(at) });
  await writePast(app, 'search-record', pastSearches(now).map((past, index) => ({ ...stamped(past), key: `demo-search-${index}`, normal: past.query, language: 'en' })));
  const suggestions = pastSuggestions(now);
  await writePast(app, 'suggestion', suggestions.map(({ article: _article, ...past }, index) => ({ ...stamped(past), key: `demo-suggestion-${index}`, owner: 'demo', settled: true })));
  const articles = (await app.db.query('plugin::portal.article').findMany({ where: { locale: 'en', publishedAt: { $notNull: true } }, select: ['documentId', 'slug'] })) as { documentId: string; slug: string }[];
  const documents = new Map(articles.map(({ documentId, slug }) => [slug, documentId]));
  const readings = pastReadings(now, suggestions, [...documents.keys()].sort());
  await writePast(app, 'article-day', readings.map(({ article, ...counts }) => ({ ...counts, document: documents.get(article) })));
};

/** Somebody is a customer since the day before his first request, and not since the demo was filled in. */
const wereHereBefore = async (app: App, customers: Iterable<number>): Promise<void> => {
  for (const id of customers) {
    const [first] = (await app.db.query('plugin::portal.ticket').findMany({ where: { requesterId: id }, select: ['createdAt'], orderBy: { createdAt: 'asc' }, limit: 1 })) as { createdAt: string }[];
    if (first) await app.db.query('plugin::portal.customer').update({ where: { id }, data: { createdAt: new Date(Date.parse(first.createdAt) - 86_400_000) } });
  }
};

/**
 * The year before the ten weeks that scripts tell: requests of some regular customers, and of the cast itself, their
 * ratings, chats, searches and what articles did. All of it is over but for a few requests of yesterday; nobody is told.
 */
export const writeHistory = async (app: App, max: Agent, cast: Cast, now: Date): Promise<void> => {
  const customers = new Map([...(Object.keys(people) as CustomerKey[]).map((key) => [people[key].email, cast.customers[key].customerId] as const), ...(await makeRegulars(app, cast.customers.hanna.segment))]);
  const known: Known = { customers, agents: { ada: cast.agents.ada.id, jonas: cast.agents.jonas.id, mirja: cast.agents.mirja.id }, categories: await idsBy(app, 'category', 'slug') };
  await writeRequests(app, known, now);
  await wereHereBefore(app, customers.values());
  await writeChats(app, known, now);
  await writeQuestions(app, now);
  // Whoever has chatted for half a year has it switched on.
  await of(app, 'settings').change({ 'features.liveChat': true }, max);
};

/** Has the agents' index of words and the figures take in what no event told of. */
export const catchUp = async (app: App): Promise<void> => {
  const ids = [...(await idsBy(app, 'ticket', 'reference')).values()];
  for (let from = 0; from < ids.length; from += 100) {
    const told = ids.slice(from, from + 100).map((ticketId) => ({ type: 'ticket.opened', payload: { ticketId } }));
    await of(app, 'word-keeper').heard(told);
    await of(app, 'figure-keeper').heard(told);
  }
};
