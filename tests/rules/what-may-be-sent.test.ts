import type { z } from 'zod';
import { emailConfirmation, login, passwordReset, passwordResetRequest, profileChange, registration } from '../../plugin/contracts/accounts';
import { commentCreation, draftChange, draftPurpose } from '../../plugin/contracts/conversation';
import { agentNote, agentReply, deskListQuery, ticketChange } from '../../plugin/contracts/desk';
import { categoryChange, categoryField, ticketCreation, ticketListQuery } from '../../plugin/contracts/tickets';

const takes = (schema: z.ZodType, input: unknown): boolean => schema.safeParse(input).success;
const faults = (schema: z.ZodType, input: unknown): string[] => schema.safeParse(input).error?.issues.map(({ path }) => path.join('.')) ?? [];

const ticket = { subject: 'A box', body: 'It came open.', category: 'parcels' };
const account = { name: 'Cora Bell', email: 'cora@example.com', password: 'long enough' };
const code = 'x'.repeat(43);
const field = { name: 'order', label: 'Order', type: 'text' };

const right: [string, z.ZodType, object][] = [
  ['a new request', ticketCreation, ticket],
  ['a reply', commentCreation, { body: 'Thanks' }],
  ["an agent's reply", agentReply, { body: 'Done', state: 'solved' }],
  ['an internal note', agentNote, { body: 'Hm' }],
  ['a change of a ticket', ticketChange, { state: 'open', assignee: null }],
  ['a category', categoryChange, { name: 'Parcels', fields: [field] }],
  ['an own question', categoryField, field],
  ['a registration', registration, account],
  ['a sign-in', login, { email: 'cora@example.com', password: 'x' }],
  ['a confirmation', emailConfirmation, { code }],
  ['a forgotten password', passwordResetRequest, { email: 'cora@example.com' }],
  ['a new password', passwordReset, { code, password: 'long enough' }],
  ['a profile', profileChange, { name: 'Cora', language: 'de', timeZone: 'Europe/Berlin', theme: 'dark' }],
  ['a draft', draftChange, { values: { subject: 'x', gift: true, attachments: ['a'] } }],
  ["the customer's list", ticketListQuery, { page: '2', pageSize: '100', sort: '-priority', state: 'done' }],
  ["the agents' list", deskListQuery, { assignee: 'me', priority: 'urgent' }],
];

describe.each(right)('%s', (_name, schema, input) => {
  test('is taken as it should be, and with no key more', () => {
    expect(faults(schema, input)).toEqual([]);
    for (const extra of ['id', 'requesterId', 'createdAt', 'populate', 'filters', 'constructor']) expect([extra, takes(schema, { ...input, [extra]: 1 })]).toEqual([extra, false]);
  });

  test('is not taken as text, list, number or nothing', () => {
    for (const wrong of ['x', 5, null, [input], true]) expect(takes(schema, wrong)).toBe(false);
  });

  test('is not taken with any of its values of another type', () => {
    for (const key of Object.keys(input)) for (const wrong of [{ any: {} }, { $ne: null }, 1.5, Number.NaN, [[]]]) expect([key, wrong, takes(schema, { ...input, [key]: wrong })]).toEqual([key, wrong, false]);
  });
});

describe('the limits of a request', () => {
  test('a subject has one line of 1 to 200 characters, not counting blanks around it', () => {
    expect(takes(ticketCreation, { ...ticket, subject: ` ${'x'.repeat(200)} ` })).toBe(true);
    for (const subject of ['', '  ', 'x'.repeat(201), 'one\ntwo', 'one\r\nBcc: all@example.com']) expect(takes(ticketCreation, { ...ticket, subject })).toBe(false);
  });

  test('a description has up to 50,000 characters, and is kept as it was typed', () => {
    const body = `  ${'x'.repeat(49_996)}\n\n`;
    expect(ticketCreation.parse({ ...ticket, body }).body).toBe(body);
    for (const wrong of ['', ' \n ', 'x'.repeat(50_001)]) expect(takes(ticketCreation, { ...ticket, body: wrong })).toBe(false);
  });

  test('customers and agents name only priorities and states that exist', () => {
    expect(takes(ticketCreation, { ...ticket, priority: 'critical' })).toBe(false);
    expect(takes(agentReply, { body: 'x', state: 'deleted' })).toBe(false);
  });

  test('twenty files are the most of a message, whatever a segment allows', () => {
    expect(takes(commentCreation, { body: 'x', attachments: Array(20).fill('a') })).toBe(true);
    expect(takes(commentCreation, { body: 'x', attachments: Array(21).fill('a') })).toBe(false);
    expect(takes(commentCreation, { body: 'x', attachments: [`${'a'.repeat(65)}`] })).toBe(false);
  });
});

describe('the questions to a list', () => {
  const page = (query: object) => ticketListQuery.safeParse(query);

  test('begin at the first page of 25, latest change first', () => expect(ticketListQuery.parse({})).toEqual({ page: 1, pageSize: 25, sort: '-updatedAt', q: '', scope: 'own' }));

  test('count pages in whole numbers from 1, and rows up to 100', () => {
    expect(page({ page: '100000', pageSize: '1' }).data).toMatchObject({ page: 100_000, pageSize: 1 });
    for (const wrong of ['-1', '0', '1.5', '', ' ', 'two', '1e3', '0x10', ' 7 ', 'NaN', '100001', '9'.repeat(30), ['5'], ['1', '2'], { $gt: 0 }, true, null]) expect([wrong, page({ page: wrong }).success]).toEqual([wrong, false]);
    for (const wrong of ['10000', '101', '0', '-25']) expect([wrong, page({ pageSize: wrong }).success]).toEqual([wrong, false]);
  });

  test('sort only by what has an index', () => {
    for (const sort of ['requesterId', '-id', 'updatedAt:asc', '--updatedAt', ['updatedAt', 'asc']]) expect(page({ sort }).success).toBe(false);
  });

  test('name agents by ids that a database can hold', () => {
    for (const assignee of ['me', 'nobody', '1', '2147483647']) expect(takes(deskListQuery, { assignee })).toBe(true);
    for (const assignee of ['2147483648', '9999999999', '-1', '1.5', 'ada', '']) expect(takes(deskListQuery, { assignee })).toBe(false);
    for (const assignee of [0, -1, 1.5, 2_147_483_648, '5']) expect(takes(ticketChange, { assignee })).toBe(false);
  });
});

describe('an account', () => {
  test('has an address in small letters, without blanks around it', () => expect(registration.parse({ ...account, email: ' Cora@Example.COM ' }).email).toBe('cora@example.com'));

  test('has an address that is one', () => {
    for (const email of ['', 'cora', 'cora@', '@example.com', 'a b@example.com', 'cora@example.com\nBcc: x@y.z', `${'a'.repeat(250)}@b.co`]) expect(takes(registration, { ...account, email })).toBe(false);
  });

  test('has a password of ten characters and at most 72 bytes: bcrypt would ignore the rest', () => {
    for (const password of ['x'.repeat(10), 'x'.repeat(72), 'ü'.repeat(36)]) expect(takes(registration, { ...account, password })).toBe(true);
    for (const password of ['x'.repeat(9), 'x'.repeat(73), 'ü'.repeat(37)]) expect(takes(registration, { ...account, password })).toBe(false);
  });

  test('has a name that people have', () => {
    for (const name of ['Zoë Müller-Lüdenscheidt', 'J. R. R. Tolkien', '李小龙', 'Otto c/o Northwind', 'Sinéad O’Connor']) expect(takes(registration, { ...account, name })).toBe(true);
  });

  test('cannot be used to mail a stranger somebody else’s message', () => {
    for (const name of ['You won: https://evil.test', 'see WWW.evil.test', 'Cora\n\nClick here', 'Cora\u2028Click', 'x'.repeat(101)]) {
      expect([name, takes(registration, { ...account, name }), takes(profileChange, { name })]).toEqual([name, false, false]);
    }
  });

  test('is in a time zone that exists', () => {
    for (const timeZone of ['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires']) expect(takes(profileChange, { timeZone })).toBe(true);
    for (const timeZone of ['', 'Mars/Olympus', 'Europe/../etc', 'x'.repeat(65)]) expect(takes(profileChange, { timeZone })).toBe(false);
  });
});

describe('a draft', () => {
  test('keeps even what is far too long to be sent, so that it can be shortened', () => expect(takes(draftChange, { values: { body: 'x'.repeat(900_000) } })).toBe(true));

  test('is for a form, and perhaps for one request', () => {
    for (const purpose of ['new-request', 'reply.R-2K7F9Q']) expect(takes(draftPurpose, purpose)).toBe(true);
    for (const purpose of ['', 'Reply', 'reply.', 'reply.r-2k', '../x', 'a.B.C', 'reply.R-2K7F9Q\n', 'x'.repeat(41)]) expect(takes(draftPurpose, purpose)).toBe(false);
  });
});

test("a question's name is a word that programs can use", () => {
  for (const name of ['order', 'orderNumber2', 'a'.repeat(40)]) expect(takes(categoryField, { ...field, name })).toBe(true);
  for (const name of ['', 'Order', '2nd', 'order number', 'order_number', '__proto__', 'größe', 'a'.repeat(41)]) expect(takes(categoryField, { ...field, name })).toBe(false);
});
