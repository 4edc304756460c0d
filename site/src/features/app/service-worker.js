// @ts-check
/// <reference lib="webworker" />
/**
 * What the portal does while none of its pages is open, or while there is no connection: it shows notifications, and
 * one page that says that we are offline. It keeps nothing else: what a customer reads is never in its cache.
 * `portal` is put before this file by service-worker.js.ts.
 * @type {{ base: string, build: string, language: string }}
 */
const settings = /** @type {any} */ (globalThis).portal;
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const offlinePage = `${settings.base}/offline?language=${settings.language}`;
const cacheName = `portal-offline-${settings.build}-${settings.language}`;

/** The offline page as a stranger gets it, with its styles and its icon. */
const keepOfflinePage = async () => {
  const cache = await caches.open(cacheName);
  const page = await fetch(offlinePage, { credentials: 'omit', cache: 'reload' });
  if (!page.ok) throw new Error(`The offline page answered ${page.status}`);
  const html = await page.clone().text();
  const styles = [...html.matchAll(/<link[^>]+rel="(?:stylesheet|icon)"[^>]*>/g)].flatMap(([tag]) => /href="([^"]+)"/.exec(tag)?.[1] ?? []);
  await cache.put(offlinePage, page);
  await cache.addAll(styles.map((href) => new Request(href, { credentials: 'omit' })));
};

const forgetOthers = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('portal-offline-') && name !== cacheName).map((name) => caches.delete(name)));
};

worker.addEventListener('install', (event) => event.waitUntil(keepOfflinePage().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(Promise.all([forgetOthers(), worker.registration.navigationPreload?.enable(), worker.clients.claim()])));

/** The page from the network, and only where there is none the one that says so. */
const pageOrOffline = async (/** @type {FetchEvent} */ event) => {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await caches.match(offlinePage)) ?? Response.error();
  }
};
worker.addEventListener('fetch', (event) => {
  const { mode, method, url } = event.request;
  if (mode === 'navigate' && method === 'GET') event.respondWith(pageOrOffline(event));
  // Styles and icon of the offline page; everything else is the browser's own matter.
  else if (method === 'GET' && !worker.navigator.onLine && url.startsWith(worker.location.origin)) event.respondWith(caches.match(event.request, { cacheName }).then((kept) => kept ?? fetch(event.request)));
});

/** Nothing that is no message of ours becomes a notification. */
const messageOf = (/** @type {PushMessageData | null} */ data) => {
  try {
    const message = data?.json();
    return typeof message?.title === 'string' && typeof message?.path === 'string' ? message : null;
  } catch {
    return null;
  }
};

const badge = (/** @type {unknown} */ count) => (typeof count === 'number' && 'setAppBadge' in worker.navigator ? worker.navigator.setAppBadge(count).catch(() => undefined) : undefined);

const show = async (/** @type {any} */ { title, body = '', path, tag = 'portal', language = 'en', unread }) => {
  await badge(unread);
  const icon = `${settings.base}/icons/icon-192.png`;
  await worker.registration.showNotification(title, { body, tag, icon, badge: icon, lang: language, dir: 'auto', data: { path } });
};
worker.addEventListener('push', (event) => {
  const message = messageOf(event.data);
  if (message) event.waitUntil(show(message));
});

/** Only addresses of the portal: whatever was sent, a click leads nowhere else. */
const addressOf = (/** @type {unknown} */ path) => {
  const { origin } = worker.location;
  const url = new URL(String(path), origin);
  const isOurs = url.origin === origin && (url.pathname === settings.base || url.pathname.startsWith(`${settings.base}/`));
  return isOurs ? url.href : `${origin}${settings.base || '/'}`;
};

/** Leads a window that is open there; without one, opens one. */
const goTo = async (/** @type {string} */ address) => {
  const windows = await worker.clients.matchAll({ type: 'window' });
  const open = windows.find(({ url }) => url === address) ?? windows.find(({ visibilityState }) => visibilityState === 'visible') ?? windows[0];
  if (!open) return void (await worker.clients.openWindow(address));
  const there = open.url === address ? open : await open.navigate(address);
  await (there ?? open).focus().catch(() => undefined);
};
worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(goTo(addressOf(event.notification.data?.path)));
});
