import { readdirSync } from 'node:fs';
import path from 'node:path';
import { makeCategory } from '../../database/seeds/builders/requests';
import { bootDesk, type Desk } from '../support/strapi';
import { expected, type Expected } from './expected';
import { World, deliver, inbox, rendered, ticketOf, webhookSecret, type Row, type Scene } from './world';

jest.setTimeout(60_000);
let desk: Desk;
let world: World;

beforeAll(async () => {
  desk = await bootDesk({ PORTAL_INBOUND_ADDRESS: inbox, PORTAL_INBOUND_SECRET: webhookSecret, PORTAL_INBOUND_VERIFY: 'false', PORTAL_INBOUND_TRUSTED_SERVER: 'mx.northwind.example' });
  world = await World.of(desk, await makeCategory(desk.app, { name: 'Something else' }));
});
afterAll(() => desk?.stop());

interface Comment {
  body: string;
  cut: string | null;
  channel: string | null;
  internal: boolean;
  authorId: number;
  remarks: { code: string }[] | null;
}

const messagesSince = async (scene: Scene, row: Row) => {
  const comment = row.commentId === null ? null : ((await desk.app.db.query('plugin::portal.comment').findOne({ where: { id: row.commentId } })) as Comment);
  const files = row.commentId === null ? [] : ((await desk.app.db.query('plugin::portal.attachment').findMany({ where: { commentId: row.commentId }, orderBy: { id: 'asc' } })) as { name: string }[]);
  const opened = row.ticketId === null ? null : ((await desk.app.db.query('plugin::portal.ticket').findOne({ where: { id: row.ticketId } })) as { subject: string; requesterId: number });
  return { comment, files: files.map(({ name }) => name), opened, ticket: await ticketOf(desk, scene.ticket.reference) };
};

const bouncedOf = async (email: string): Promise<string> =>
  ((await desk.app.db.query('plugin::portal.bounced-address').findOne({ where: { address: email } })) as { kind: string } | null)?.kind ?? 'no';

const compare = async (scene: Scene, row: Row, { after, body, cut, files, remarks, subject, bounced }: Expected): Promise<void> => {
  const found = await messagesSince(scene, row);
  if (after !== undefined) expect(found.ticket.state).toBe(after);
  if (body !== undefined) expect(found.comment?.body).toBe(body.replace('{{me}}', scene.me.email));
  if (cut !== undefined && cut !== '') expect(found.comment?.cut).toContain(cut);
  if (cut === '') expect(found.comment?.cut ?? '').toBe('');
  if (files !== undefined) expect(found.files).toEqual(files);
  if (remarks !== undefined) expect((found.comment?.remarks ?? []).map(({ code }) => code)).toEqual(remarks);
  if (subject !== undefined) expect(found.opened?.subject).toBe(subject);
  if (bounced !== undefined) expect(await bouncedOf(scene.me.email)).toBe(bounced);
  if (row.state !== 'done') expect(row.commentId).toBeNull();
};

test('every mail of the corpus has an expectation, and every expectation its mail', () => {
  const mails = readdirSync(path.join(__dirname, 'mails')).map((name) => name.replace(/\.eml$/, ''));
  expect(Object.keys(expected).sort()).toEqual(mails.sort());
  expect(mails.length).toBeGreaterThanOrEqual(60);
});

test.each(Object.entries(expected))('%s', async (name, wanted) => {
  const scene = await world.scene(wanted.before ?? 'pending', /stored|exchange/.test(name));
  const row = await deliver(desk, rendered(name, scene.words));
  expect([row.state, row.reason, ...(row.state === wanted.state ? [] : row.decisions)]).toEqual([wanted.state, wanted.reason]);
  await compare(scene, row, wanted);
});
