import { unzip } from '../support/archive';
import { archiveOf, KilledApp, orderArchive } from './killed-app';
import { signInByApi } from './senders';

jest.setTimeout(600_000);

/** Where the process may end while an archive is made: pages of the first, of the largest and of the last part, and around its end. */
const points = ['account kept', 'requests kept', 'exports kept', 'packed', 'ready'];
const killed = new KilledApp();

beforeAll(() => killed.writeRequests('kingfisher', 25));
afterAll(() => killed.remove());

test('an archive whose making was killed at every point is whole, and told of once', async () => {
  for (const [index, point] of points.entries()) {
    await killed.diesAt(`export: ${point}`, async (app) => (index === 0 ? orderArchive(app, await signInByApi(app)) : undefined));
    killed.letTimePass();
  }
  const app = await killed.start();
  const { id, state, file } = await archiveOf(app, await signInByApi(app));
  expect(state).toBe('ready');
  const files = await unzip(Buffer.from(await (await file()).arrayBuffer()));
  const { requests } = JSON.parse(files.get('data.json')!.toString()) as { requests: { reference: string }[] };
  const owned = killed.ask((db) => db.prepare('SELECT reference FROM portal_tickets WHERE requester_id = ? ORDER BY id').all(killed.cora()) as { reference: string }[]);
  expect(requests.map(({ reference }) => reference)).toEqual(owned.map(({ reference }) => reference));
  expect(requests.length).toBeGreaterThan(25);
  expect(killed.ask((db) => (db.prepare(`SELECT count(*) n FROM portal_mails WHERE "key" = ?`).get(`export:${id}`) as { n: number }).n)).toBe(1);
  await killed.stop(app);
});
