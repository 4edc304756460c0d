import type { PortalFrame } from '../../plugin/contracts/frame';
import { addLanguages, makeArticle } from '../../database/seeds/builders/articles';
import { makeBlock } from '../../database/seeds/builders/blocks';
import { PortalClient } from '../support/portal-client';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';
import type { Visitor } from '../support/visitor';

jest.setTimeout(120_000);
let desk: Desk;
let max: LoggedIn;
let cora: SignedIn;
let otto: SignedIn;

const frameFor = async (who: Visitor, language = 'en'): Promise<PortalFrame> => (await who.get<PortalFrame>(`/frame?language=${language}`)).data;
const page = async (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${desk.url}/support${path}`, { headers });

beforeAll(async () => {
  desk = await bootDesk();
  await addLanguages(desk.app);
  [max, cora, otto] = [await desk.agent('Max', ['settings.read', 'settings.change', 'customers.manage']), await desk.customer('Cora Bell'), await desk.customer('Otto Lund')];
  await max.post('/settings/segments', { name: 'gold', title: 'Gold' });
  expect((await max.put(`/settings/customers/${cora.customer.customerId}`, { segment: 'gold' })).status).toBe(200);
});
afterAll(() => desk?.stop());

test('a portal on which nobody has put anything looks as it always did', async () => {
  expect(await frameFor(desk.visitor())).toEqual({ logo: null, header: [], footer: [], footerTexts: [], home: [], version: '' });
  expect(await (await page('')).text()).toContain('<span dir="auto">');
});

describe('what the team published', () => {
  test('stands in header, footer and on the home page, in order and in the reader’s language', async () => {
    const shop = await makeBlock(desk.app, { kind: 'header_link', title: 'Shop', address: 'https://shop.example.com', position: 2 });
    await makeBlock(desk.app, { kind: 'header_link', title: 'Laden', address: 'https://shop.example.com/de', position: 2, locale: 'de', document: shop });
    await makeBlock(desk.app, { kind: 'header_link', title: 'Status', address: 'https://status.example.com', position: 1 });
    await makeBlock(desk.app, { kind: 'footer_text', title: 'Imprint', text: 'Made in **Bergen**. <script>alert(1)</script>' });
    const article = await makeArticle(desk.app, { title: 'First steps', slug: 'first-steps', body: 'Begin.' });
    const hidden = await makeArticle(desk.app, { title: 'For gold', slug: 'for-gold', body: 'Shiny.', segments: ['gold'] });
    await makeBlock(desk.app, { kind: 'home_block', title: 'New here?', text: 'Read *this* first.', articles: [hidden, article] });
    const seen = await frameFor(desk.visitor(), 'de');
    expect(seen.header).toEqual([{ label: 'Status', href: 'https://status.example.com', language: 'en' }, { label: 'Laden', href: 'https://shop.example.com/de', language: 'de' }]);
    expect(seen.footerTexts.map(({ html }) => html).join()).toMatch(/^<p>Made in <strong>Bergen<\/strong>\..*<\/p>$/);
    expect(seen.footerTexts.map(({ html }) => html).join()).not.toContain('<script');
    expect(seen.home).toMatchObject([{ title: 'New here?', html: '<p>Read <em>this</em> first.</p>', articles: [{ slug: 'first-steps' }] }]);
    const html = await (await page('', { 'accept-language': 'en' })).text();
    expect(html.indexOf('>Status</a>')).toBeLessThan(html.indexOf('>Shop</a>'));
    expect(html).toMatch(/New here\?[\s\S]*First steps[\s\S]*<strong>Bergen<\/strong>/);
  });

  test('is a picture in place of the mark, on a page that browsers kept too', async () => {
    const kept = await page('/articles/first-steps');
    const again = { 'if-none-match': kept.headers.get('etag') ?? '' };
    expect((await page('/articles/first-steps', again)).status).toBe(304);
    const file = (await desk.app.db.query('plugin::upload.file').create({ data: { name: 'logo', url: '/uploads/logo.png', hash: 'logo', ext: '.png', mime: 'image/png', size: 1, provider: 'local', width: 120, height: 30 } })) as { id: number };
    await makeBlock(desk.app, { kind: 'logo', title: 'Northwind', picture: file.id });
    const fresh = await page('/articles/first-steps', again);
    expect([fresh.status, (await fresh.text()).includes('<img src="/uploads/logo.png" alt="Northwind" width="120" height="30">')]).toEqual([200, true]);
  });
});

describe('a stranger and a customer of another segment', () => {
  test('see nothing of what is for some, and nobody sees drafts', async () => {
    await makeBlock(desk.app, { kind: 'footer_link', title: 'Your own line', address: 'tel:+4712345', segments: ['gold'] });
    await makeBlock(desk.app, { kind: 'footer_link', title: 'Not yet', address: '/support/faq', publish: false });
    const labels = async (who: Visitor): Promise<string[]> => (await frameFor(who)).footer.map(({ label }) => label);
    expect([await labels(desk.visitor()), await labels(otto), await labels(cora)]).toEqual([[], [], ['Your own line']]);
    expect((await frameFor(cora)).home[0]?.articles.map(({ slug }) => slug)).toEqual(['for-gold', 'first-steps']);
    expect(await (await page('/account', { cookie: cora.cookie })).text()).toContain('tel:+4712345');
    expect(await (await page('/account', { cookie: otto.cookie })).text()).not.toContain('tel:+4712345');
  });

  test('see their own also on the page that says what is wrong with a form', async () => {
    const browser = await new PortalClient(`${desk.url}/support`).signIn(cora.customer.email);
    for (const form of ['/support/account/security/password', '/support/account']) {
      const refused = await browser.submit(form, form, { name: ' ', current: 'not hers' });
      expect([form, refused.status, refused.html.includes('tel:+4712345')]).toEqual([form, 400, true]);
    }
  });
});

describe('an address that a browser would run, or that leads nowhere', () => {
  test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', '/\\evil.example', 'help', 'https://'])('is refused where it is written: %s', async (address) => {
    await expect(makeBlock(desk.app, { kind: 'footer_link', title: 'Bad', address })).rejects.toThrow('Write an address such as');
  });

  test('leads nowhere where it came in past that', async () => {
    await makeBlock(desk.app, { kind: 'header_link', title: 'Sneaky', address: 'https://fine.example' });
    await desk.app.db.query('plugin::portal.portal-block').updateMany({ where: { title: 'Sneaky' }, data: { address: 'javascript:alert(1)' } });
    expect((await frameFor(desk.visitor())).header.map(({ label }) => label)).not.toContain('Sneaky');
  });
});
