import type { Browser, Page } from 'playwright-core';
import { violationsOn } from '../support/axe';
import { launchBrowser, visit } from '../support/browser';
import type { ChatTyping } from '../../plugin/contracts/chat';
import { heard } from '../support/chats';
import { beginOn, chattingAgent, keyOf } from '../support/chatting';
import { agentPage } from '../support/live-client';
import type { KeptMail } from '../support/mailbox';
import { faultsHere } from '../support/page-faults';
import { signIn } from '../support/people';
import { freePort, startApp, type RunningApp } from '../support/running-app';
import { waitAnHour } from '../support/unseen-chats';

jest.setTimeout(240_000);
const question = 'Zyzzyva quixotic marmalade?';
let app: RunningApp;
let browser: Browser;
let ada: Awaited<ReturnType<typeof chattingAgent>>;
let environment: Record<string, string>;

beforeAll(async () => {
  const port = String(await freePort());
  environment = { PORT: port, PORTAL_LIVE_CHAT: 'true' };
  [app, browser] = await Promise.all([startApp(environment), launchBrowser()]);
  ada = await chattingAgent(app.url);
  await ada.sit(true);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const letters = async (page: Page): Promise<string[]> => (await page.locator('.letter-body').allTextContents()).map((words) => words.trim());
/** The newest mail to an address whose subject fits, once it is there. */
const mailTo = async (page: Page, email: string, subject: RegExp): Promise<KeptMail> => {
  for (;;) {
    const mails = (await (await fetch(`${app.portal}/_mailbox.json`)).json()) as KeptMail[];
    const found = mails.find((mail) => mail.to === email && subject.test(mail.subject));
    if (found) return found;
    await page.waitForTimeout(250);
  }
};
/** The page with its line open. */
const connected = (page: Page) => page.locator('chat-room [data-check][hidden]').waitFor({ state: 'attached' });

describe('Grete, whom nobody knows, without JavaScript', () => {
  test('is offered an article first, and says that it answered her', async () => {
    const { page, context } = await visit(browser, { baseURL: app.url, javaScript: false });
    await page.goto('/support');
    await page.getByRole('link', { name: 'Chat', exact: true }).click();
    await page.getByRole('button', { name: 'Start chat' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Fill in “How can we help?”');
    await page.getByLabel('How can we help?').fill('How do I set up the Wi-Fi of the Hub again? It blinks blue.');
    await page.getByRole('button', { name: 'Start chat' }).click();
    await page.getByRole('heading', { name: 'What the light on the Hub means' }).waitFor();
    await page.getByRole('button', { name: /^This answered it/ }).first().click();
    await page.getByRole('status').filter({ hasText: 'Good to hear' }).waitFor();
    await context.close();
  });

  test('chats: waits, is answered, looks for what is new, ends it, rates it', async () => {
    const { page, context } = await visit(browser, { baseURL: app.url, javaScript: false });
    const key = await beginOn(page, question);
    await page.getByText('You are next.').waitFor();
    await ada.accept(key);
    await ada.write(key, 'Which **colour** is it?');
    await page.getByRole('link', { name: 'Check for new messages' }).click();
    expect([new URL(page.url()).hash, await page.locator('.chat-entry:has(#latest)').textContent()]).toEqual(['#latest', expect.stringContaining('is here now')]);
    await page.getByRole('link', { name: 'Check for new messages' }).click();
    await page.getByText('No new messages yet').waitFor();
    await page.getByRole('button', { name: 'Send message' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Your message');
    await page.getByLabel('Your message').fill('Blue 🎉 وأخضر');
    await page.getByRole('button', { name: 'Send message' }).click();
    expect(await letters(page)).toEqual([question, 'Which colour is it?', 'Blue 🎉 وأخضر']);
    await page.getByRole('link', { name: 'End chat' }).click();
    await page.getByRole('link', { name: 'Go on chatting' }).click();
    await page.getByRole('link', { name: 'End chat' }).click();
    await page.getByRole('button', { name: 'Yes, end chat' }).click();
    await page.getByRole('heading', { name: 'This chat is over' }).waitFor();
    await page.getByLabel('5 – Very good').check();
    await page.getByRole('button', { name: 'Send rating' }).click();
    await page.getByRole('status').getByText('Thank you for your rating').waitFor();
    expect((await ada.show(key)).chat.rating).toEqual({ score: 5, comment: '' });
    await context.close();
  });

  test('does not have to wait: she leaves it as a message; and nobody else reads it', async () => {
    const { page, context } = await visit(browser, { baseURL: app.url, javaScript: false });
    const key = await beginOn(page, question);
    await page.getByRole('button', { name: 'Leave this as a message' }).click();
    await page.getByRole('heading', { name: 'Your message is with us' }).waitFor();
    await page.goto('/support/chat');
    expect(keyOf(page)).toBe(key);
    const cookie = (await context.cookies()).find(({ name }) => name === 'portal_chat');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/support' });
    const stranger = await visit(browser, { baseURL: app.url, javaScript: false });
    expect((await stranger.page.goto(`/support/chat/${key}`))?.status()).toBe(404);
    await Promise.all([context.close(), stranger.context.close()]);
  });
});

describe('Grete, with JavaScript', () => {
  test('is offered articles while she types her first message, opens one beside it, loses no word, and chats without being asked twice', async () => {
    const { page, context, faults } = await visit(browser, { baseURL: app.url });
    await page.goto('/support/chat');
    const words = 'How do I set up the Wi-Fi of the Hub again? It blinks blue.';
    await page.getByLabel('How can we help?').fill(words);
    await page.getByRole('heading', { name: 'These may answer it already' }).waitFor();
    expect(await page.getByRole('status').filter({ hasText: /There (is an answer|are \d answers) that may help/ }).count()).toBe(1);
    const [article] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: /opens in a new tab/ }).first().click()]);
    await article.getByText('You are beginning a chat').first().waitFor();
    await article.close();
    expect(await page.getByLabel('How can we help?').inputValue()).toBe(words);
    expect(await faultsHere(page, 'articles beside a first message')).toEqual([]);
    await page.getByRole('button', { name: 'Start chat' }).click();
    await page.getByRole('heading', { name: 'Waiting for somebody' }).waitFor();
    await ada.accept(keyOf(page));
    await ada.end(keyOf(page));
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('Cora, who is signed in, with JavaScript', () => {
  test('writes and reads without leaving the page, in two tabs that stay in step; her words, her cursor and her focus stay', async () => {
    const { page, context, faults } = await visit(browser, { baseURL: app.url });
    await signIn(page, 'cora@example.com');
    const key = await beginOn(page, question);
    await connected(page);
    const second = await context.newPage();
    await second.goto('/support/chat');
    await connected(second);
    await page.evaluate(() => Object.assign(globalThis, { neverReloaded: true }));
    await ada.accept(key);
    await page.getByText('You are talking to Ada').waitFor();
    const field = page.getByLabel('Your message');
    await field.fill('Half a sent');
    await ada.write(key, 'Which colour is it?');
    await page.locator('.letter-body').getByText('Which colour is it?').waitFor();
    expect(await page.locator('chat-room [data-said]').textContent()).toMatch(/New message from Ada .*: Which colour is it\?$/);
    await page.keyboard.type('ence');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('and a second line');
    await page.keyboard.press('Enter');
    await page.locator('.letter-body').getByText('a second line').waitFor();
    await second.locator('.letter-body').getByText('a second line').waitFor();
    expect([await field.inputValue(), await field.evaluate((element) => element === document.activeElement)]).toEqual(['', true]);
    expect((await ada.show(key)).chat.messages.at(-1)?.text).toBe('Half a sentence\nand a second line');
    expect(await letters(second)).toEqual(await letters(page));
    expect(await page.evaluate(() => (globalThis as { neverReloaded?: boolean }).neverReloaded)).toBe(true);
    expect(await faultsHere(page, 'a chat that goes on')).toEqual([]);
    await ada.end(key);
    await page.getByRole('heading', { name: 'This chat is over' }).waitFor();
    expect([...(await faultsHere(page, 'a chat that is over')), ...faults]).toEqual([]);
    await context.close();
  });

  test('sees that somebody writes, and is seen writing; what she missed is mailed, goes on as a request, and she has a copy of all', async () => {
    const { page, context, faults } = await visit(browser, { baseURL: app.url });
    await signIn(page, 'cora@example.com');
    const key = await beginOn(page, question);
    await ada.accept(key);
    await connected(page);
    const agent = await agentPage(app.url, ada);
    const signs: ChatTyping[] = [];
    agent.socket.on('chatTyping', (sign: ChatTyping) => signs.push(sign));
    await page.getByLabel('Your message').pressSequentially('It bl');
    await heard(agent.socket, 'chatTyping', signs, ({ chat, typing }) => chat === key && typing);
    agent.socket.emit('chatTyping', { chat: key, typing: true });
    await page.locator('chat-room [data-hint]').filter({ hasText: /is writing/ }).waitFor();
    agent.close();

    await page.goto('/support');
    await ada.write(key, 'Hold the button for five seconds.');
    waitAnHour(app.dataDirectory, key);
    expect((await mailTo(page, 'cora@example.com', /^An answer in your chat/)).text).toContain('Hold the button for five seconds.');

    await page.goto(`/support/chat/${key}`);
    await connected(page);
    const { reference } = await ada.makeRequest(key, 'The Hub blinks', 'something-else');
    await page.getByRole('link', { name: `Open request ${reference}` }).waitFor();
    await page.getByRole('button', { name: 'Email me a copy' }).click();
    await page.getByRole('status').filter({ hasText: 'A copy is on its way' }).waitFor();
    expect((await mailTo(page, 'cora@example.com', /^Your chat with/)).text).toMatch(/Zyzzyva[^]*Hold the button/);
    await page.getByRole('link', { name: `Open request ${reference}` }).click();
    await page.getByRole('heading', { name: 'The Hub blinks' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  test('loses nothing and sends nothing twice when the server goes away in the middle', async () => {
    const { page, context } = await visit(browser, { baseURL: app.url });
    await signIn(page, 'cora@example.com');
    const key = await beginOn(page, question);
    await ada.accept(key);
    await connected(page);
    app.process.kill('SIGKILL');
    await page.locator('chat-room [data-check]:not([hidden])').waitFor();
    await page.getByLabel('Your message').fill('Are you still there?');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Send again' }).waitFor();
    expect(await page.getByLabel('Your message').inputValue()).toBe('Are you still there?');
    app = await startApp({ ...environment, PORTAL_DATA_DIR: app.dataDirectory });
    await connected(page);
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.locator('.letter-body').getByText('Are you still there?').waitFor();
    await ada.write(key, 'I am.');
    await page.locator('.letter-body').getByText('I am.').waitFor();
    expect(await letters(page)).toEqual([question, 'Are you still there?', 'I am.']);
    expect(await page.getByLabel('Your message').inputValue()).toBe('');
    expect(await violationsOn(page)).toEqual([]);
    await ada.end(key);
    await context.close();
  });
});
