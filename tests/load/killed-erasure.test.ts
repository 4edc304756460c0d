import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { agentClient } from '../support/agent';
import type { RunningApp } from '../support/running-app';
import { archiveOf, KilledApp, orderArchive, until } from './killed-app';

jest.setTimeout(600_000);

/** After each step of an erasure, before it is noted that it was done. */
const steps = ['door', 'mails', 'activity', 'requests', 'elsewhere', 'traces', 'account', 'words', 'disk'];
const word = 'kingfisher';
const killed = new KilledApp();

beforeAll(() =>
  killed.writeRequests(word, 25, async (app, cookie) => {
    await orderArchive(app, cookie);
    expect((await archiveOf(app, cookie)).state).toBe('ready');
  }),
);
afterAll(() => killed.remove());

test('an erasure that was killed after every step is done, and nothing of her is left', async () => {
  const id = killed.cora();
  const begin = async (app: RunningApp): Promise<unknown> => (await agentClient(app, 'max@example.com')).set('POST', `/customers/${id}/erasure`, { delay: false });
  for (const [index, step] of steps.entries()) {
    await killed.diesAt(`erasure: ${step} done`, index === 0 ? begin : undefined);
    killed.letTimePass();
  }
  const app = await killed.start();
  const state = (): string => killed.ask((db) => (db.prepare('SELECT state FROM portal_erasures WHERE customer_id = ? ORDER BY id DESC').get(id) as { state: string }).state);
  await until(async () => state() === 'done');
  expect(state()).toBe('done');
  await killed.stop(app);
  const places = readdirSync(killed.dataDirectory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  expect(places.filter((file) => /kingfisher|cora@example\.com/.test(readFileSync(file).toString('latin1')))).toEqual([]);
  expect(killed.ask((db) => (db.prepare(`SELECT count(*) n FROM portal_audit_entries WHERE action = 'erased'`).get() as { n: number }).n)).toBe(1);
});
