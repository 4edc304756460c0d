import type { Browser, BrowserContext, Page, Worker } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit } from '../support/browser';
import { mailAbout, signIn } from '../support/people';
import { PortalClient } from '../support/portal-client';
import { startPushService, type PushReceiver, type PushService } from '../support/push-service';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(300_000);
let app: RunningApp;
let browser: Browser;
let service: PushService;
let category: string;
let ada: Awaited<ReturnType<typeof agentClient>>;
beforeAll(async () => {
  [app, browser, service] = await Promise.all([startApp({ PORTAL_PUSH_ANY_ADDRESS: 'true' }), launchBrowser(), startPushService()]);
  category = (await (await agentClient(app, 'max@example.com')).makeCategory({ name: 'Told' })).data.slug;
  ada = await agentClient(app);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await service?.stop();
});

const worker = async (context: BrowserContext, page: Page): Promise<Worker> => {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
};
/** Chromium asks its maker's push service for an address, which no test reaches: this one takes its place, with keys of its own. */
const subscribesAt = async (page: Page, { subscription }: PushReceiver): Promise<void> => {
  await page.addInitScript((given) => {
    Object.defineProperty(PushManager.prototype, 'subscribe', { value: () => Promise.resolve({ toJSON: () => given }) });
  }, subscription);
};
/** As much of a worker's inside as is used here; the types of tests are those of pages. */
type WorkerScope = EventTarget & Record<'navigator' | 'clients' | 'registration', object>;
/** What the worker showed. */
interface Shown {
  /** Where the click leads. */
  opened: string | undefined;
  title: string;
  body: string;
  tag: string;
  data: { path: string };
}
/**
 * A message comes in, and somebody clicks on what was shown for it: in the worker itself, by the events that a browser
 * fires. A browser without a screen shows no notifications and opens no windows for them, so what it would show and open is kept.
 */
const comeInTo = (worker: Worker, message: unknown, click: boolean): Promise<Shown[]> =>
  worker.evaluate(
    async ({ message: given, click: isClicked }) => {
      const scope = globalThis as unknown as WorkerScope;
      const [shown, opened]: [Shown[], string[]] = [[], []];
      // Chromium without a screen crashes when a worker sets a badge.
      Object.defineProperty(scope.navigator, 'setAppBadge', { configurable: true, value: () => Promise.resolve() });
      Object.defineProperty(scope.clients, 'matchAll', { configurable: true, value: () => Promise.resolve([]) });
      Object.defineProperty(scope.clients, 'openWindow', { configurable: true, value: (address: string) => Promise.resolve(void opened.push(new URL(address).pathname)) });
      Object.defineProperty(scope.registration, 'showNotification', { configurable: true, value: (title: string, options: object) => Promise.resolve(void shown.push({ title, ...options } as Shown)) });
      const happen = async (type: string, more: object): Promise<void> => {
        const work: Promise<unknown>[] = [];
        scope.dispatchEvent(Object.assign(new Event(type), more, { waitUntil: (each: Promise<unknown>) => work.push(each) }));
        await Promise.all(work);
      };
      await happen('push', { data: { json: () => JSON.parse(given) as unknown } });
      if (isClicked) await happen('notificationclick', { notification: { close: () => undefined, data: shown[0]?.data } });
      return shown.map(({ title, body, tag, data }) => ({ title, body, tag, data, opened: opened[0] }));
    },
    { message: typeof message === 'string' ? message : JSON.stringify(message), click },
  );
/** The same: a browser ends workers that have nothing to do, so one that was ended is woken and asked again. */
const comeIn = (page: Page, message: unknown, click: boolean): Promise<Shown[]> =>
  until(async () => {
    await page.evaluate(() => fetch('/support/favicon.svg').then(() => undefined));
    const live = page.context().serviceWorkers().at(-1);
    return live ? comeInTo(live, message, click).catch(() => null) : null;
  }) as Promise<Shown[]>;
const until = async <T>(look: () => T | Promise<T>): Promise<NonNullable<T>> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not come.');
};

test('Cora turns on her browser, is told of an answer in it, and a click leads to the request', async () => {
  const { page, context, faults } = await visit(browser, { baseURL: app.url });
  await context.grantPermissions(['notifications'], { origin: app.url });
  const receiver = service.browser();
  await subscribesAt(page, receiver);
  await signIn(page, 'cora@example.com');
  await page.goto('/support/account/notifications');
  await page.getByLabel('Show how messages begin').check();
  await page.getByRole('button', { name: 'Turn on in this browser' }).click();
  await page.getByText('This browser tells you from now on.').waitFor();
  expect(await page.getByRole('listitem').filter({ hasText: 'This browser' }).textContent()).toMatch(/Chrome[^]*Shows how messages begin/);
  expect(await page.locator('#reply-push').isChecked()).toBe(true);

  const cora = await new PortalClient(app.portal).signIn('cora@example.com');
  const reference = await cora.sendRequest(category, 'Pushed', 'Please tell me.');
  await ada.reply(reference, 'It is on its way.');
  const { message } = await until(() => receiver.received.find((each) => each.message.tag === reference));
  expect(message.body).toContain('It is on its way.');

  await worker(context, page);
  // What is no message of ours comes to nothing, and a click leads nowhere else than into the portal.
  expect(await comeIn(page, 'not a message', false)).toEqual([]);
  expect(await comeIn(page, message, true)).toEqual([{ title: message.title, body: message.body, tag: reference, data: { path: `/support/requests/${reference}` }, opened: `/support/requests/${reference}` }]);
  expect((await comeIn(page, { ...message, path: 'https://elsewhere.example/support' }, true))[0]?.opened).toBe('/support');

  await page.goto('/support/account/notifications');
  await page.getByRole('button', { name: /^Turn off: Chrome/ }).click();
  await page.getByText('It is turned off.').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('without a connection there is one page that says so, in her language, and nothing that she read', async () => {
  const { page, context } = await visit(browser, { baseURL: app.url });
  await signIn(page, 'cora@example.com');
  await page.goto('/support/requests');
  const kept = await worker(context, page);
  await until(() => page.evaluate(() => navigator.serviceWorker.controller !== null));
  await page.goto('/support/requests');
  const addresses = await kept.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)));
    return all.flat();
  });
  expect(addresses.filter((path) => !/^\/support\/(offline$|_astro\/[\w.-]+\.css$|favicon\.svg$)/.test(path))).toEqual([]);
  expect(addresses).toContain('/support/offline');
  await context.setOffline(true);
  await page.goto('/support/requests').catch(() => undefined);
  await page.getByRole('heading', { name: 'You are offline' }).waitFor();
  expect(await page.getByText('Cora').count()).toBe(0);
  await context.setOffline(false);
  await page.getByRole('link', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  await context.close();
});

test('it can be installed: name, icons and colours of the brand, in each language', async () => {
  const { html } = await new PortalClient(app.portal).request('/support');
  const [, address = ''] = /<link rel="manifest" href="([^"]+)"/.exec(html) ?? [];
  const answer = await fetch(`${app.url}${address}`);
  expect(answer.headers.get('content-type')).toBe('application/manifest+json');
  const manifest = (await answer.json()) as { name: string; icons: { src: string; sizes: string; purpose: string }[] };
  expect(manifest).toMatchObject({ name: 'Northwind Help', start_url: '/support/dashboard', scope: '/support', display: 'standalone', lang: 'en', dir: 'ltr', theme_color: '#334fb8' });
  for (const { src, sizes } of manifest.icons) {
    const bytes = Buffer.from(await (await fetch(`${app.url}${src}`)).arrayBuffer());
    // A PNG says its own size.
    expect([src, `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`]).toEqual([src, sizes]);
  }
  expect(manifest.icons.map(({ purpose }) => purpose)).toEqual(['any', 'any', 'maskable']);
  expect(await (await fetch(`${app.portal}/manifest.webmanifest?language=ar`)).json()).toMatchObject({ lang: 'ar', dir: 'rtl' });
});

test('the hint to install is there where the browser offers it, and not again once it was dismissed', async () => {
  const { page, context } = await visit(browser, { baseURL: app.url });
  const offer = () => page.evaluate(() => void window.dispatchEvent(new Event('beforeinstallprompt', { cancelable: true })));
  const hint = page.getByRole('heading', { name: 'Keep it at hand' });
  await signIn(page, 'cora@example.com');
  await page.goto('/support/dashboard');
  expect(await hint.count()).toBe(0);
  await offer();
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.reload();
  await offer();
  expect(await hint.count()).toBe(0);
  await context.close();
});

test('a scanner that follows every link of a mail, with GET and HEAD, rates nothing', async () => {
  const cora = await new PortalClient(app.portal).signIn('cora@example.com');
  const reference = await cora.sendRequest(category, 'Scanned', 'Please.');
  await ada.reply(reference, 'Done.');
  await ada.change(reference, { state: 'solved' });
  const { text } = await mailAbout(app.portal, 'cora@example.com', `${reference}] Solved`);
  const links = [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => link);
  expect(links.filter((link) => link.includes('/rate/'))).toHaveLength(5);
  for (const link of links) {
    for (const method of ['HEAD', 'GET']) expect([link, method, (await fetch(link, { method, redirect: 'follow' })).status < 500]).toEqual([link, method, true]);
    // A browser of its own, which runs the page’s scripts and presses nothing.
  }
  const { page, context } = await visit(browser, { baseURL: app.url });
  for (const link of links.filter((each) => each.includes('/rate/'))) await page.goto(link, { waitUntil: 'networkidle' });
  await context.close();
  expect((await ada.requester(reference)).data.rating).toBeNull();
});
