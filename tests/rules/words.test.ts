import { languages } from '../../plugin/contracts/accounts';
import { errorCodes, fieldRules } from '../../plugin/contracts/platform';
import { ticketEventTypes } from '../../plugin/contracts/tickets';
import { eventSentence, fieldErrorSentence, refusalSentence, wordsFor } from '../../site/src/i18n';
import { readerOf } from '../../site/src/i18n/reader';
import { languageOf } from '../../site/src/middleware/language';

type Leaf = [path: string, value: unknown];
const leaves = (value: unknown, path = ''): Leaf[] =>
  typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key)) : [[path, value]];
/** A sentence with stand-ins for what it is told. */
const spoken = (value: unknown): string => (typeof value === 'function' ? String((value as (...told: string[]) => string)('«1»', '«2»', '«3»')) : String(value));
const told = (text: string): string[] => [...new Set(text.match(/\{\w+\}|«\d»/g))].sort();

describe.each(languages)('the words in %s', (language) => {
  const own = leaves(wordsFor(language));
  const english = new Map(leaves(wordsFor('en')));

  test('are the same ones as in English, none missing and none left over', () => {
    expect(own.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
  });

  test('are told the same things: sentences stay sentences, templates keep their places', () => {
    for (const [path, value] of own) {
      expect([path, typeof value]).toEqual([path, typeof english.get(path)]);
      expect([path, told(spoken(value))]).toEqual([path, told(spoken(english.get(path)))]);
    }
  });

  test('say something, calmly: no exclamation mark, no oops, nothing undefined', () => {
    for (const [path, value] of own) {
      expect([path, spoken(value)]).toEqual([path, expect.stringMatching(/\S/)]);
      expect([path, spoken(value)]).toEqual([path, expect.not.stringMatching(/!|\boops|\bups\b|undefined|\[object/i)]);
    }
  });

  test('explain each refusal, each broken rule and each event', () => {
    const words = wordsFor(language);
    for (const code of errorCodes) expect(refusalSentence(words, code)).toMatch(/\.$/);
    for (const rule of fieldRules) expect(fieldErrorSentence(words, { path: 'x', rule, limit: 12 }, 'Subject')).toContain('Subject');
    for (const type of ticketEventTypes) expect(eventSentence(words, { type, actor: { kind: 'agent', name: 'Ada' }, data: { from: 'new', to: 'open' } })).toMatch(/\S/);
  });
});

describe('a sentence about a field', () => {
  const words = wordsFor('en');
  test('says the bound where there is one', () => {
    expect(fieldErrorSentence(words, { path: 'fields.order', rule: 'too_long', limit: 500 }, 'Order')).toBe('“Order” can have 500 characters at most');
    expect(fieldErrorSentence(words, { path: 'fields.order', rule: 'too_long' }, 'Order')).toBe('“Order” is too long');
  });
  test('is a better one where we know the field', () => expect(fieldErrorSentence(words, { path: 'name', rule: 'required' }, 'x')).toBe('Enter your name'));
});

describe('a line of the history', () => {
  const words = wordsFor('en');
  const cora = { kind: 'customer', name: 'Cora Bell' } as const;
  test('calls the customer “You”, agents by name and the machine the system', () => {
    expect(eventSentence(words, { type: 'ticket.closed', actor: cora, data: {} })).toBe('You closed this request');
    expect(eventSentence(words, { type: 'ticket.closed', actor: { kind: 'agent', name: 'Ada' }, data: {} })).toBe('Ada closed this request');
    // Whoever is gone is nobody; and what waits for a colleague does not wait for the one who looks.
    expect(eventSentence(words, { type: 'participant.removed', actor: cora, data: {} })).toBe('You removed a person');
    expect(eventSentence(words, { type: 'ticket.state_changed', actor: { kind: 'agent', name: 'Ada' }, data: { to: 'pending' } }, 'Otto', true)).toContain('Waiting for a reply');
    expect(eventSentence(words, { type: 'ticket.closed', actor: { kind: 'system', name: '' }, data: {} })).toBe('The system closed this request');
  });
  test('has states and priorities in words', () => {
    expect(eventSentence(words, { type: 'ticket.state_changed', actor: cora, data: { from: 'new', to: 'on_hold' } })).toContain('On hold');
    expect(eventSentence(words, { type: 'ticket.priority_changed', actor: cora, data: { to: 'urgent' } })).toContain('Urgent');
  });
  test('has a category by its name, whatever that is', () => {
    for (const to of ['Parcels', 'open', 'constructor', '__proto__', 'toString']) expect(eventSentence(words, { type: 'ticket.category_changed', actor: cora, data: { to } })).toBe(`You moved it to “${to}”`);
  });
});

describe('the language of a visitor', () => {
  test('is the first of the browser’s wishes that we speak', () => {
    for (const [wishes, language] of [['de', 'de'], ['de-AT,de;q=0.9,en;q=0.8', 'de'], ['fr-FR,fr;q=0.9,de;q=0.5,en;q=0.3', 'de'], ['DE-de', 'de'], ['en-US,de', 'en'], ['ar-EG,ar;q=0.9', 'ar'], [' de ', 'de']]) expect([wishes, languageOf(null, wishes!)]).toEqual([wishes, language]);
  });
  test('is the one that an address asks for, where we speak it', () => {
    expect([languageOf('ar', 'de'), languageOf('fr', 'de'), languageOf('__proto__', null)]).toEqual(['ar', 'de', null]);
  });
  test('is nobody’s guess when we speak none of them, or there are none', () => {
    for (const wishes of [null, '', '*', 'fr', 'den', 'deu-Latn', '-de', ';;,,', 'de'.repeat(2000)]) expect([wishes, languageOf(null, wishes)]).toEqual([wishes, null]);
  });
  test('is English in UTC where nobody said', () => {
    expect(readerOf({})).toMatchObject({ language: 'en', timeZone: 'UTC' });
    for (const language of ['constructor', '__proto__', 'EN', 5, null]) expect(readerOf({ language, timeZone: '' })).toMatchObject({ language: 'en', timeZone: 'UTC' });
    expect(wordsFor('__proto__')).toBe(wordsFor('en'));
  });
});

test('Arabic counts one, two, a few and many, each with its own form', () => {
  const { list } = wordsFor('ar').requests;
  expect([1, 2, 3, 10, 11, 99, 100].map(list.count)).toEqual(['طلب واحد', 'طلبان', '3 طلبات', '10 طلبات', '11 طلبًا', '99 طلبًا', '100 طلب']);
  expect([103, 111].map(list.messages)).toEqual(['103 رسائل', '111 رسالة']);
});
