import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { agentClient } from '../support/agent';
import { parcelCategory } from '../support/parcel-category';
import { demoDirectory, startApp, type RunningApp } from '../support/running-app';
import { keptOf, orphans, untold } from './kept-rows';
import { newSendings, send, signInByApi, type Sending } from './senders';

jest.setTimeout(300_000);

const parallel = 200;
let dataDirectory: string;
let app: RunningApp;
let category: string;

const start = () => startApp({ PORTAL_DATA_DIR: dataDirectory });

const killServer = async (): Promise<void> => {
  const gone = new Promise((resolve) => app.process.once('exit', resolve));
  app.process.kill('SIGKILL');
  await gone;
};

/** Sends all at once and kills the server when `killAfter` of them were answered; true for those answered. */
const sendUntilKilled = async (sendings: Sending[], cookie: string, category: string, killAfter: number): Promise<Sending[]> => {
  let answered = 0;
  let killed: Promise<void> | null = null;
  await Promise.allSettled(
    sendings.map(async (sending) => {
      await send(app, cookie, category, sending);
      answered += 1;
      if (answered >= killAfter) killed ??= killServer();
    }),
  );
  await killed;
  return sendings.filter(({ reference }) => reference !== null);
};

const untilAllTold = async (): Promise<void> => {
  // A killed server's claim on events ends by itself after a minute.
  for (let tries = 0; tries < 1000 && untold(dataDirectory) > 0; tries += 1) await pause(200);
};

beforeAll(async () => {
  dataDirectory = demoDirectory();
  app = await start();
  category = (await (await agentClient(app, 'max@example.com')).makeCategory({ ...parcelCategory, fields: [] })).data.slug;
});
afterAll(async () => {
  await app?.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
});

describe('A server that is killed while 200 requests arrive at once', () => {
  const all: Sending[] = [];

  test.each([10, 60, 130])('has kept every request that it answered, when it dies after %i answers', async (killAfter) => {
    const cookie = await signInByApi(app);
    const sendings = newSendings(parallel);
    all.push(...sendings);
    const answered = await sendUntilKilled(sendings, cookie, category, killAfter);
    expect(answered.length).toBeGreaterThanOrEqual(killAfter);
    expect(answered.length).toBeLessThan(parallel);

    const kept = keptOf(dataDirectory, answered.map(({ subject }) => subject));
    for (const { subject, reference } of answered) expect(kept.get(subject)).toMatchObject({ tickets: 1, reference, messages: 1, timeline: 1, events: 1 });
    app = await start();
  });

  test('takes those that it had not answered when they are sent again, and none twice', async () => {
    const cookie = await signInByApi(app);
    for (const sending of all.filter(({ reference }) => reference === null)) await send(app, cookie, category, sending);
    const kept = keptOf(dataDirectory, all.map(({ subject }) => subject));
    expect(all.filter(({ subject, reference }) => kept.get(subject)?.tickets !== 1 || kept.get(subject)?.reference !== reference)).toEqual([]);
  });

  test('tells of each exactly once: one line of the timeline, one event, one mail', async () => {
    await untilAllTold();
    expect(untold(dataDirectory)).toBe(0);
    const kept = keptOf(dataDirectory, all.map(({ subject }) => subject));
    const wrong = [...kept].filter(([, { messages, timeline, events, mails }]) => [messages, timeline, events, mails].some((count) => count !== 1));
    expect(wrong).toEqual([]);
  });

  test('leaves nothing behind that belongs to no request', () => {
    expect(orphans(dataDirectory)).toEqual({ messages: 0, timeline: 0, events: 0, keys: 0, emptyTickets: 0 });
  });
});
