import type { Browser, Page } from 'playwright-core';
import { agentClient } from '../support/agent';
import { faultsOfDeskPage } from '../support/axe-at-the-desk';
import { violationsOn } from '../support/axe';
import { launchBrowser, visit, type Visit } from '../support/browser';
import { beginChat, type ChatVisitor } from '../support/chat-visitor';
import { heard } from '../support/chats';
import { pick, signInToAdmin } from '../support/desk';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(120_000);
let app: RunningApp;
let browser: Browser;
let ada: Visit;
let max: Awaited<ReturnType<typeof agentClient>>;
let [lena, omar] = [null as unknown as ChatVisitor, null as unknown as ChatVisitor];

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ PORTAL_LIVE_CHAT: 'true' }), launchBrowser()]);
  // A colleague who takes chats too.
  max = await agentClient(app, 'max@example.com');
  await max.makeCategory({ name: 'Chats' });
  await max.sit(true);
  ada = await visit(browser, { baseURL: app.url });
  await signInToAdmin(ada.page, 'ada@example.com');
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const message = (page: Page) => page.getByRole('textbox', { name: 'Message', exact: true });
/** Types into the field that has the focus, once one has. */
const type = async (page: Page, words: string): Promise<void> => {
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'chat');
  await page.keyboard.type(words);
};
const openedChat = (page: Page, name: string) => page.getByRole('region', { name: `Chat with ${name}` });
const region = (page: Page) => page.locator('main [role="status"]');

describe('Ada answers chats', () => {
  test('says that she is there, and sees who begins to wait without a reload', async () => {
    const { page } = ada;
    await page.goto('/admin/plugins/portal-chats');
    await page.getByRole('switch', { name: 'Available' }).click();
    await page.getByText('2 agents take chats').waitFor();
    await page.getByText('0 of 4').waitFor();
    lena = await beginChat(app.url, 'Lena', 'Where is my parcel?', { page: 'https://shop.example.com/cart', email: 'lena@example.net' });
    await page.getByRole('list', { name: 'Waiting' }).getByRole('link', { name: /Lena/ }).waitFor();
    omar = await beginChat(app.url, 'Omar', 'مرحبا 👋');
    await page.getByText('New chat waiting: Omar').waitFor();
    await page.getByText('2 wait').waitFor();
    await page.getByRole('link', { name: 'Live chats' }).filter({ hasText: '2 chats wait' }).waitFor();
  });

  test('takes one of the two, reads who it is, and answers with Enter', async () => {
    const { page } = ada;
    await page.getByRole('link', { name: /Lena/ }).click();
    await page.getByText('https://shop.example.com/cart').waitFor();
    await page.getByRole('button', { name: 'Take this chat' }).click();
    await type(page, 'It left');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('today.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('More to come');
    await openedChat(page, 'Lena').getByRole('article').filter({ hasText: 'It left' }).waitFor();
    expect(await message(page).inputValue()).toBe('More to come');
    expect((await lena.show()).messages.at(-1)?.text).toBe('It left\ntoday.');
    await lena.read();
    await page.getByText('Seen', { exact: true }).waitFor();
  });

  test('works on two at once by keyboard: each keeps its draft, and what is new in the other is told', async () => {
    const { page } = ada;
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await openedChat(page, 'Omar').waitFor();
    await type(page, 'Good morning');
    await lena.write('Which day?');
    await page.getByRole('navigation', { name: 'Your chats' }).getByRole('link', { name: /Lena.*one unread message/ }).waitFor();
    await region(page).filter({ hasText: 'Lena wrote: Which day?' }).waitFor();
    // Nobody was torn out of the field.
    expect(await message(page).inputValue()).toBe('Good morning');
    await page.keyboard.press('Alt+Digit1');
    await openedChat(page, 'Lena').getByText('Which day?').waitFor();
    expect(await message(page).inputValue()).toBe('More to come');
    await page.keyboard.press('Alt+Digit2');
    await openedChat(page, 'Omar').waitFor();
    expect(await message(page).inputValue()).toBe('Good morning');
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'chat');
    await page.keyboard.press('Enter');
    await openedChat(page, 'Omar').getByRole('article').filter({ hasText: 'Good morning' }).waitFor();
    expect((await omar.show()).messages.at(-1)?.text).toBe('Good morning');
  });

  test('sees that a visitor writes and is seen writing; takes a card number out, and words that she chooses', async () => {
    const { page } = ada;
    const line = await lena.line();
    line.socket.emit('typing', { typing: true });
    await page.keyboard.press('Alt+Digit1');
    await openedChat(page, 'Lena').getByText('Lena is writing').waitFor();
    await message(page).pressSequentially(' soon');
    await heard(line.socket, 'typing', line.typing, ({ typing }) => typing);
    line.socket.disconnect();
    await lena.write('Pay with 4111 1111 1111 1111, says Quentin.', true);
    await openedChat(page, 'Lena').getByText('May contain a card number').waitFor();
    await page.getByRole('button', { name: 'Take it out of all copies' }).click();
    await openedChat(page, 'Lena').getByText('Pay with ▒▒▒▒ ▒▒▒▒ ▒▒▒▒ 1111').waitFor();
    await page.getByRole('button', { name: 'Take words out' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: /Words that go/ }).fill('Quentin');
    await page.getByRole('dialog').getByRole('button', { name: 'Take words out' }).click();
    await openedChat(page, 'Lena').getByText('says ▒▒▒▒▒▒▒▒').waitFor();
    expect((await lena.show()).messages.map(({ text }) => text).join()).not.toMatch(/4111|Quentin/);
    await page.keyboard.press('Alt+Digit2');
    await openedChat(page, 'Omar').waitFor();
  });

  test('hands one on, and keeps what she typed when it is no longer hers', async () => {
    const { page } = ada;
    // Max has no page open, so only what he does says that he is there.
    await max.sit(true);
    await omar.write('Good evening');
    await openedChat(page, 'Omar').getByText('Good evening').waitFor();
    await message(page).fill('Not sent yet');
    await page.getByRole('button', { name: 'Hand on' }).click();
    await pick(page, 'To', /Max.*, 0 of/);
    await page.getByRole('dialog').getByRole('button', { name: 'Hand on' }).click();
    await page.getByRole('alert').filter({ hasText: /Max.* has this chat now/ }).waitFor();
    expect(await message(page).inputValue()).toBe('Not sent yet');
    expect((await omar.show()).agent?.name).toMatch(/^Max/);
    expect(await page.getByRole('button', { name: 'Send message' }).isDisabled()).toBe(true);
  });

  test('makes a request of the other, and finds its rating and no fault in the page', async () => {
    const { page } = ada;
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+Digit1');
    await openedChat(page, 'Lena').waitFor();
    await page.getByRole('button', { name: 'Make a request' }).click();
    await page.getByRole('textbox', { name: 'Subject' }).fill('A parcel that is late');
    expect(await page.getByRole('textbox', { name: 'Email address' }).inputValue()).toBe('lena@example.net');
    await page.getByRole('button', { name: 'Make the request' }).click();
    const reference = await page.getByRole('link', { name: /^Request R-/ }).textContent();
    await page.getByText('The chat became a request').waitFor();
    await lena.rate(5, 'Quick and kind');
    await page.getByText('5 of 5').waitFor();
    expect((await violationsOn(page, 'main')).map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
    await page.getByRole('link', { name: reference! }).click();
    await page.getByRole('heading', { name: 'A parcel that is late' }).waitFor();
  });

  test('sees the chats that wait on the home page, and where the widget is set', async () => {
    const { page } = ada;
    await page.goto('/admin');
    await page.getByRole('link', { name: 'Chats waiting' }).waitFor();
    const other = await visit(browser, { baseURL: app.url, theme: 'dark' });
    await signInToAdmin(other.page, 'max@example.com');
    expect(await faultsOfDeskPage(other.page, '/settings/portal/chat', 'No site may show it yet')).toEqual([]);
    await other.page.getByText(`<script src="${app.portal}/chat/widget.js" defer></script>`).waitFor();
    await other.page.getByText(/^Ada.*, 0 of 4/).waitFor();
    expect(await faultsOfDeskPage(other.page, `/plugins/portal-chats/${omar.key}?shelf=mine`, 'Good morning')).toEqual([]);
    expect(other.faults).toEqual([]);
  });

  test('has seen no error meanwhile', () => expect(ada.faults).toEqual([]));
});
