import { makeCategory } from '../../database/seeds/builders/requests';
import { categoryChange, type TicketDetail, type TicketSummary } from '../../plugin/contracts/tickets';
import { mailsTo } from '../support/mailbox';
import { parcelCategory } from '../support/parcel-category';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let mallory: SignedIn;
let parcels: string;
beforeAll(async () => {
  desk = await bootDesk();
  mallory = await desk.customer('Mallory');
  parcels = await makeCategory(desk.app, categoryChange.parse(parcelCategory));
});
afterAll(() => desk?.stop());

const evil = `<script>alert(1)</script><img src=x onerror="alert(2)"><svg/onload=alert(3)>"'\`{{7*7}}\${7*7}`;
const evilMarkdown = [
  evil,
  '[click](javascript:alert(1)) [click](data:text/html,<script>alert(1)</script>) [click](vbscript:x)',
  '![picture](https://evil.test/pixel.png)',
  '<a href="javascript:alert(1)">x</a> <iframe src="https://evil.test"></iframe>',
  '[ok](https://example.com/?a="b") <https://example.com> mailto:cora@example.com',
  '# No heading\n\n| no | table |\n|---|---|\n| a | b |',
].join('\n\n');
const dangerous = /<script|<img|<svg|<iframe|<style|onerror=(?!&quot;)["']|href="(?:javascript|data|vbscript):/i;
const request = { subject: evil, body: evilMarkdown, fields: { orderNumber: evil, trouble: 'Damaged', place: evilMarkdown } };
const send = async () => (await mallory.post<TicketDetail>('/tickets', { ...request, category: parcels })).data;

describe('what Mallory writes', () => {
  test('is kept as she wrote it, in every field', async () => {
    await mallory.patch('/me', { name: evil.slice(0, 100) });
    const ticket = await send();
    expect(ticket).toMatchObject({ subject: evil, comments: [{ body: evilMarkdown, author: { name: evil.slice(0, 100) } }] });
    expect(ticket.fields.map(({ value }) => value)).toEqual([evil, 'Damaged', evilMarkdown]);
    const { data: list } = await mallory.get<TicketSummary[]>('/tickets');
    expect(list[0]?.subject).toBe(evil);
    const { data: page } = await mallory.post<TicketDetail>(`/tickets/${ticket.reference}/comments`, { body: evil });
    expect(page.comments[1]?.body).toBe(evil);
  });

  test('is harmless as HTML: no element of hers, links only to the web and to addresses', async () => {
    const { comments } = await send();
    const html = comments[0]?.html ?? '';
    expect(html).not.toMatch(dangerous);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/<h1|<table/);
    const links = [...html.matchAll(/<a ([^>]*)>/g)].map(([, attributes]) => attributes ?? '');
    expect(links.length).toBeGreaterThanOrEqual(2);
    for (const link of links) {
      expect(link).toMatch(/href="(https?:|mailto:)/);
      expect(link).toContain('rel="nofollow noopener noreferrer ugc"');
    }
  });

  test('is harmless in the mail about it, whose headers stay ours', async () => {
    const subject = 'Hello\r\nBcc: everyone@example.com\r\n\r\n<script>';
    await mallory.post('/tickets', { ...request, subject, category: parcels });
    const [mail] = await mailsTo(desk, mallory.customer.email);
    // The head is ours alone: it says how the mail looks on dark paper.
    const [head = '', body = ''] = (mail?.html ?? '').split('<body');
    expect(head).not.toMatch(/Mallory|evil|alert/);
    expect(body).not.toMatch(dangerous);
    expect(mail?.to).toBe(mallory.customer.email);
    expect(Object.keys(mail?.headers ?? {}).sort()).toEqual(['List-Unsubscribe']);
  });

  test('may be of any script and in any direction', async () => {
    const words = 'שלום عربى 日本語 👩‍👩‍👧‍👦 \u202Eright-to-left\u202C é e\u0301 \u200b';
    const { data } = await mallory.post<TicketDetail>('/tickets', { ...request, subject: `S ${words}`, body: words, category: parcels });
    // A subject stands among other words, whose order it may not turn; a message stands by itself.
    expect([data.subject, data.comments[0]?.body]).toEqual([`S ${words.replaceAll(/[\u202a-\u202e]/g, '')}`, words]);
  });
});

describe('text that no database keeps', () => {
  const nul = 'a\u0000b';

  test('is refused at its field when it holds a NUL', async () => {
    const { status, error } = await mallory.post('/tickets', { subject: nul, body: nul, category: parcels, fields: { orderNumber: nul } });
    expect([status, error?.details.errors.map(({ path, rule }) => `${path} ${rule}`)]).toEqual([400, ['subject malformed', 'body malformed', 'fields.orderNumber malformed']]);
    expect((await mallory.put('/drafts/new-request', { values: { [nul]: 'x' } })).status).toBe(400);
    expect((await mallory.patch('/me', { name: nul })).status).toBe(400);
  });

  test('is none of our addresses', async () => {
    for (const path of ['/tickets/%00', '/tickets/%00/events', '/attachments/%00', '/attachments/a%00b', `/tickets/${'R'.repeat(5000)}`]) {
      expect(await mallory.get(path)).toMatchObject({ status: 404, code: 'not_found' });
    }
    for (const query of ['tickets?q=%00', 'tickets?category=%00', 'attachments?ids=%00']) expect((await mallory.get(`/${query}`)).status).toBe(400);
  });

  test('loses half a character, and nothing else is lost', async () => {
    const { status, data } = await mallory.post<TicketDetail>('/tickets', { subject: 'half \ud83d', body: '\udc00 other', category: parcels, fields: { orderNumber: 'x\ud800', trouble: 'Late' } });
    expect([status, data.subject, data.comments[0]?.body, data.fields[0]?.value]).toEqual([201, 'half \ufffd', '\ufffd other', 'x\ufffd']);
    expect((await mallory.put('/drafts/new-request', { values: { subject: '\ud800' } })).status).toBe(200);
  });
});
