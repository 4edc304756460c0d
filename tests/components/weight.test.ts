import { gzipSync } from 'node:zlib';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { serveBuiltSite, type BuiltSite } from '../support/built-site';
import { galleryPath } from '../support/gallery';

const client = path.resolve(__dirname, '..', '..', 'site', 'dist', 'client', '_astro');
const kilobyte = 1024;
let site: BuiltSite;

beforeAll(async () => {
  site = await serveBuiltSite();
});
afterAll(() => site?.stop());

const weight = (content: Buffer | string): number => gzipSync(content, { level: 9 }).length;
const sumOf = (files: string[]): number => files.reduce((sum, file) => sum + weight(readFileSync(path.join(client, file))), 0);
const built = (extension: string): string[] => readdirSync(client).filter((file) => file.endsWith(extension));

/** A page and all files it asks for. */
const weigh = async (address: string): Promise<{ html: number; scripts: string[]; styles: string[] }> => {
  const html = await (await fetch(`${site.url}${address}`)).text();
  const files = [...html.matchAll(/_astro\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? '');
  return { html: weight(html), scripts: files.filter((file) => file.endsWith('.js')), styles: files.filter((file) => file.endsWith('.css')) };
};

test('all styles of the site together are at most 14 KB', () => {
  expect(built('.css').length).toBeGreaterThan(0);
  expect(sumOf(built('.css'))).toBeLessThanOrEqual(14 * kilobyte);
});

/** What only pages that are told of news load: the element, and later the line; socket.io, as its package names its file, is most of it. */
const shared = ['swap-parts', 'trusted-html', 'preload-helper', 'esm'];
const livePages = { 'a page that is told of news': ['LiveUpdates', 'line', ...shared], 'the page of a chat': ['ChatRoom', 'chat-line', 'typing-signs', ...shared], 'the frame of the widget': ['frame', 'chat-line', 'typing-signs', ...shared] };
const nameOf = (file: string): string => file.split('.')[0] ?? '';
const isLive = (file: string): boolean => Object.values(livePages).flat().includes(nameOf(file));

test('all scripts of the site together are at most 10 KB, but for those of live pages', () => {
  expect(sumOf(built('.js').filter((file) => !isLive(file)))).toBeLessThanOrEqual(10 * kilobyte);
});

test.each(Object.entries(livePages))('the scripts of %s are at most 25 KB', (_page, names) => {
  const files = built('.js').filter((file) => names.includes(nameOf(file)));
  expect(files).toHaveLength(names.length);
  // Whatever form stands on such a page comes on top: fields that count, and sending once. The frame has none of these (journeys/chat-widget).
  expect(sumOf(files)).toBeLessThanOrEqual((names.includes('frame') ? 25 : 23) * kilobyte);
});

test('a page names the line nowhere: it is loaded once the page is there', async () => {
  const { scripts } = await weigh(galleryPath);
  expect(scripts.map(nameOf).filter((name) => ['LiveUpdates', 'line', 'esm'].includes(name))).toEqual(['LiveUpdates']);
});

test('the script that other sites load is at most 10 KB', async () => {
  expect(weight(await (await fetch(`${site.url}/support/chat/widget.js`)).text())).toBeLessThanOrEqual(10 * kilobyte);
});

test.each(['/support/check-mail', '/support/forgot-password', '/support/confirm-email?code=x'])('a plain page (%s) is at most 15 KB and has no script', async (address) => {
  const { html, scripts, styles } = await weigh(address);
  expect(html).toBeLessThanOrEqual(15 * kilobyte);
  expect(scripts).toEqual([]);
  expect(styles.length).toBeGreaterThan(0);
});

test.each(['/support/register', '/support/reset-password?code=x', galleryPath])('a page with forms (%s) is at most 15 KB, its scripts 10', async (address) => {
  const { html, scripts } = await weigh(address);
  expect(html).toBeLessThanOrEqual(15 * kilobyte);
  expect(scripts.length).toBeGreaterThan(0);
  expect(sumOf(scripts)).toBeLessThanOrEqual(10 * kilobyte);
});

test('no single file but the line is heavier than 10 KB', () => {
  expect([...built('.css'), ...built('.js')].filter((file) => sumOf([file]) > 10 * kilobyte && nameOf(file) !== 'esm')).toEqual([]);
});
