import { portal } from '../../database/seeds/builders/services';
import type { DataExport } from '../../plugin/contracts/privacy';
import { unzip } from '../support/archive';
import { mailsTo } from '../support/mailbox';
import { markedLives, type MarkedLives } from '../support/marked-lives';
import type { SignedIn } from '../support/strapi';

jest.setTimeout(120_000);
let lives: MarkedLives;
let cora: SignedIn;
beforeAll(async () => {
  lives = await markedLives();
  ({ cora } = lives);
});
afterAll(() => lives?.desk.stop());

const runner = () => portal<{ runDue(): Promise<void> }>(lives.desk.app, 'export-runner');
const later = (days: number): Date => new Date(Date.now() + days * 86_400_000);
const archiveOf = async (who: SignedIn, id: string): Promise<Map<string, Buffer>> => unzip(Buffer.from(await (await who.fetch('GET', `/me/exports/${id}/file`)).arrayBuffer()));
interface Told {
  account: { name: string; email: string }[];
  requests: { reference: string; subject: string; messages: { text: string; by: string; you: boolean; cut: string | null; files: { name: string; file: string | null }[] }[]; participants: string[]; answers: { question: string; answer: string }[] }[];
  messagesElsewhere: { text: string; reference: string }[];
  log: { what: string; by: string; address: string | null }[];
  receivedMails: { cut: string | null; file: string }[];
  [section: string]: unknown[];
}

describe('an archive of Cora’s data', () => {
  let made: DataExport;
  let files: Map<string, Buffer>;
  let told: Told;
  let everything: string;

  test('is made in the background, and says how far it is', async () => {
    const { status, data } = await cora.post<DataExport>('/me/exports');
    expect([status, data.state, data.size, data.expiresAt]).toEqual([201, 'waiting', null, null]);
    await runner().runDue();
    made = (await cora.get<DataExport>(`/me/exports/${data.id}`)).data;
    expect(made).toMatchObject({ id: data.id, state: 'ready', done: made.total });
    expect((await cora.get<DataExport[]>('/me/exports')).data).toEqual([made]);
  });

  test('is told of by a mail that leads to the page, not to the bytes', async () => {
    const [mail] = (await mailsTo(lives.desk, cora.customer.email)).filter(({ subject }) => subject.startsWith('Your data'));
    expect(mail?.text).toContain('/support/account/data');
    expect(mail?.text).not.toContain(made.id);
  });

  test('is a private file to save', async () => {
    const answer = await cora.fetch('GET', `/me/exports/${made.id}/file`);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([200, 'application/zip', 'private, no-store']);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="data-\d{4}-\d\d-\d\d\.zip"/);
    files = await unzip(Buffer.from(await answer.arrayBuffer()));
    told = JSON.parse(files.get('data.json')!.toString()) as Told;
    everything = [...files].map(([name, bytes]) => `${name}\n${bytes.toString('latin1')}`).join('\n');
  });

  test('has everything of hers, for people and for programs', () => {
    const html = files.get('index.html')!.toString();
    const data = files.get('data.json')!.toString();
    const words = ['Cora Xylophon', cora.customer.email, 'zebrasubject', 'zebrabody', 'zebrafield', 'zebraanswer', 'zebrareply', 'zebrarating', 'zebraguest@example.com', 'zebraelsewhere', 'zebramail subject', 'zebramailbody', 'zebracut', 'zebradraft', 'zebrafeedback', 'zebrasuggestion', 'zebrasuggestiontext', 'zebrafile.pdf', 'zebraagentfile.pdf', 'zebraloose.pdf', 'zebraelsewherefile.pdf', 'zebrachat', 'zebrachatanswer', 'zebrachatrating'];
    expect(words.filter((word) => !data.includes(word))).toEqual([]);
    expect(words.filter((word) => !html.includes(word))).toEqual([]);
    expect(told.account).toMatchObject([{ name: 'Cora Xylophon', email: cora.customer.email }]);
    for (const section of ['sessions', 'choices', 'notifications', 'ratings', 'suggestions', 'feedback', 'shareLinks', 'muted', 'takingPart', 'sentMails', 'drafts', 'unsentFiles', 'exports']) expect([section, told[section]?.length]).not.toEqual([section, 0]);
    expect(told.log).toContainEqual(expect.objectContaining({ what: 'signed_in', by: 'you', address: '127.0.0.1' }));
  });

  test('has the bytes of her files, where the data says that they are', () => {
    const bytes = (name: string): string | undefined => files.get(name)?.toString('latin1');
    const hers = told.requests.find(({ reference }) => reference === lives.references.hers)!;
    const attached = hers.messages.flatMap((message) => message.files);
    expect(attached.map(({ name, file }) => [name, file === null ? null : bytes(file)?.includes(name.replace('.pdf', ''))])).toEqual([['zebrafile.pdf', true], ['zebraagentfile.pdf', true], ['walrusinvited.pdf', null]]);
    expect(bytes(told.receivedMails[0]!.file)).toContain('zebramailbody');
    expect(everything).toContain('zebraelsewherebytes');
    expect(everything).toContain('zebraloosebytes');
  });

  test('has what others said to her in her requests, by the names that she sees there', () => {
    const { messages } = told.requests.find(({ reference }) => reference === lives.references.hers)!;
    expect(messages.map(({ by, you }) => [by, you])).toEqual([['Cora Xylophon', true], ['Ada', false], ['Otto Walrus', false], ['Cora Xylophon', true]]);
    expect(messages[2]?.text).toBe('walrusinvited about zebraquoted');
  });

  test('has no internal note, nothing of Otto’s own, no address of an agent, and no token', () => {
    expect(everything).not.toMatch(/pineapple|zebranote|difficult|note\.added|vip/i);
    expect(everything.match(/walrus\w*/gi)?.filter((word) => !/^(walrus|walrusinvited)$/i.test(word))).toEqual([]);
    expect(everything).not.toContain('ada.of.the.desk@example.com');
    expect(everything).not.toMatch(/tokenHash|token_hash|\$2[aby]\$|feedKey/);
    expect(everything).not.toContain(lives.references.secret);
  });

  test('needs no script and loads nothing', () => {
    const html = files.get('index.html')!.toString();
    expect(html).not.toMatch(/<script|<link|<img|src=|@import|url\(/i);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  test('is one at a time, and one a day', async () => {
    const again = await cora.post('/me/exports');
    expect([again.status, again.code]).toEqual([429, 'too_many_requests']);
    expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(80_000);
    await lives.desk.app.db.query('plugin::portal.data-export').updateMany({ where: {}, data: { state: 'waiting', lockedUntil: later(1) } });
    expect(await cora.post('/me/exports')).toMatchObject({ status: 409, code: 'export_under_way' });
    await lives.desk.app.db.query('plugin::portal.data-export').updateMany({ where: {}, data: { state: 'ready', lockedUntil: null } });
  });

  test('is not there for Otto, for nobody, or when its time is over', async () => {
    const { otto, desk } = lives;
    const missing = await otto.get(`/me/exports/${'A'.repeat(32)}`);
    for (const path of [`/me/exports/${made.id}`, `/me/exports/${made.id}/file`]) {
      const answer = await otto.get(path);
      expect([answer.status, answer.text]).toEqual([404, missing.text]);
      expect((await desk.visitor().get(path)).status).toBe(401);
    }
    expect((await otto.get('/me/exports')).data).toEqual([]);
    await desk.app.db.query('plugin::portal.data-export').updateMany({ where: {}, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await cora.get(`/me/exports/${made.id}/file`)).status).toBe(404);
    expect((await cora.get<DataExport>(`/me/exports/${made.id}`)).data.state).toBe('expired');
  });
});

test('who has nothing yet gets an archive that says so', async () => {
  const nora = await lives.desk.customer('Nora New');
  const { data } = await nora.post<DataExport>('/me/exports');
  await runner().runDue();
  const files = await archiveOf(nora, data.id);
  expect([...files.keys()].sort()).toEqual(['data.json', 'index.html']);
  expect(JSON.parse(files.get('data.json')!.toString())).toMatchObject({ format: 1, requests: [], messagesElsewhere: [] });
  expect(files.get('index.html')!.toString()).toContain('Nothing is kept.');
});

test('sign-ins and failed ones are in the log; of an address without an account nothing is kept', async () => {
  const { desk } = lives;
  await desk.visitor().post('/auth/login', { email: cora.customer.email, password: 'not hers at all' });
  await desk.visitor().post('/auth/login', { email: 'nobody.knows@example.com', password: 'not hers at all' });
  await portal<{ settle(): Promise<void> }>(desk.app, 'audit-log').settle();
  const entries = (await desk.app.db.query('plugin::portal.audit-entry').findMany({ where: { kind: 'sign_in' }, orderBy: { id: 'desc' }, limit: 1 })) as unknown as { action: string; what: string }[];
  expect(entries).toMatchObject([{ action: 'sign_in_refused', what: `customer ${cora.customer.email}` }]);
});
