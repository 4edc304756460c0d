import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataExport } from '../../plugin/contracts/privacy';
import { agentClient } from '../support/agent';
import { unzip } from '../support/archive';
import { parcelCategory } from '../support/parcel-category';
import { startApp, type RunningApp } from '../support/running-app';
import { newSendings, send, signInByApi } from './senders';

jest.setTimeout(600_000);

/** Where the process may end while an archive is made: pages of the first, of the largest and of the last part, and around its end. */
const exportPoints = ['account kept', 'requests kept', 'exports kept', 'packed', 'ready'];
/** After each step of an erasure, before it is noted that it was done. */
const erasureSteps = ['door', 'mails', 'activity', 'requests', 'elsewhere', 'traces', 'account', 'words', 'disk'];
const word = 'kingfisher';
let dataDirectory: string;

const start = (point = ''): Promise<RunningApp> => startApp({ PORTAL_DATA_DIR: dataDirectory, PORTAL_FAULT_POINT: point });
const inDatabase = <Result>(work: (db: DatabaseSync) => Result): Result => {
  const db = new DatabaseSync(path.join(dataDirectory, 'portal.db'));
  try {
    return work(db);
  } finally {
    db.close();
  }
};
/** As when the time of the killed process's claim is over. */
const letTimePass = (): void => inDatabase((db) => db.exec('UPDATE portal_data_exports SET locked_until = NULL, available_at = 0; UPDATE portal_erasures SET locked_until = NULL, available_at = 0'));
/** Starts a server that meets what waits for it, and resolves once it was killed there. */
const diesAt = async (point: string, act: (app: RunningApp) => Promise<unknown> = async () => undefined): Promise<void> => {
  const app = await start(point).catch(() => null);
  if (!app) return;
  await act(app).catch(() => undefined);
  if (app.process.exitCode === null && app.process.signalCode === null) await new Promise((resolve) => app.process.once('exit', resolve));
  expect([point, app.process.signalCode]).toEqual([point, 'SIGKILL']);
};
const stop = async ({ process: child }: RunningApp): Promise<void> => {
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
};
const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 200 && !(await isSo()); tries += 1) await pause(200);
};
const call = (app: RunningApp, cookie: string, method: string, address: string): Promise<Response> => fetch(`${app.url}/api/portal${address}`, { method, headers: { cookie } });

beforeAll(async () => {
  dataDirectory = mkdtempSync(path.join(os.tmpdir(), 'portal-killed-own-data-'));
  const app = await start();
  const { slug } = (await (await agentClient(app, 'max@example.com')).makeCategory({ ...parcelCategory, fields: [] })).data;
  const cookie = await signInByApi(app);
  for (const sending of newSendings(25)) await send(app, cookie, slug, { ...sending, subject: `${word} ${sending.subject}` });
  await stop(app);
});
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

test('an archive whose making was killed at every point is whole, and told of once', async () => {
  for (const [index, point] of exportPoints.entries()) {
    await diesAt(`export: ${point}`, async (app) => (index === 0 ? call(app, await signInByApi(app), 'POST', '/me/exports') : undefined));
    letTimePass();
  }
  const app = await start();
  const cookie = await signInByApi(app);
  const latest = async (): Promise<DataExport> => ((await (await call(app, cookie, 'GET', '/me/exports')).json()) as { data: DataExport[] }).data[0]!;
  await until(async () => (await latest()).state === 'ready');
  const { id, state } = await latest();
  expect(state).toBe('ready');
  const files = await unzip(Buffer.from(await (await call(app, cookie, 'GET', `/me/exports/${id}/file`)).arrayBuffer()));
  const { requests } = JSON.parse(files.get('data.json')!.toString()) as { requests: { reference: string }[] };
  const owned = inDatabase((db) => db.prepare(`SELECT reference FROM portal_tickets WHERE requester_id = (SELECT c.id FROM portal_customers c JOIN up_users u ON u.id = c.user_id WHERE u.email = 'cora@example.com') ORDER BY id`).all() as { reference: string }[]);
  expect(requests.map(({ reference }) => reference)).toEqual(owned.map(({ reference }) => reference));
  expect(requests.length).toBeGreaterThan(25);
  expect(inDatabase((db) => (db.prepare(`SELECT count(*) n FROM portal_mails WHERE "key" = ?`).get(`export:${id}`) as { n: number }).n)).toBe(1);
  await stop(app);
});

test('an erasure that was killed after every step is done, and nothing of her is left', async () => {
  const id = inDatabase((db) => (db.prepare(`SELECT c.id FROM portal_customers c JOIN up_users u ON u.id = c.user_id WHERE u.email = 'cora@example.com'`).get() as { id: number }).id);
  const begin = async (app: RunningApp): Promise<unknown> => (await agentClient(app, 'max@example.com')).set('POST', `/customers/${id}/erasure`, { delay: false });
  for (const [index, step] of erasureSteps.entries()) {
    await diesAt(`erasure: ${step} done`, index === 0 ? begin : undefined);
    letTimePass();
  }
  const app = await start();
  const state = (): string => inDatabase((db) => (db.prepare('SELECT state FROM portal_erasures WHERE customer_id = ? ORDER BY id DESC').get(id) as { state: string }).state);
  await until(async () => state() === 'done');
  expect(state()).toBe('done');
  await stop(app);
  const places = readdirSync(dataDirectory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  expect(places.filter((file) => /kingfisher|cora@example\.com/.test(readFileSync(file).toString('latin1')))).toEqual([]);
  expect(inDatabase((db) => (db.prepare(`SELECT count(*) n FROM portal_audit_entries WHERE action = 'erased'`).get() as { n: number }).n)).toBe(1);
});
