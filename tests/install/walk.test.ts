import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { agentClient } from '../support/agent';
import { compile, dependOnNoPortal, dependOnPortal, dependenciesOf, generate, portal, start, unpackPortal } from '../support/generated-project';
import { installPackages } from '../support/host-packages';
import { demoPassword, linkIn, mailAbout } from '../support/people';
import { PortalClient } from '../support/portal-client';
import type { RunningApp } from '../support/running-app';

/**
 * The walk of docs/INSTALL.md, in projects that Strapi's own generator has just made, with the package as npm would
 * get it. What it leaves to a walk by hand (docs/decisions/050): npm itself, which here is the lock file and links to
 * the packages that are there already; Strapi's database drivers, which the generator pins in older versions; the
 * panel of the admin, whose building takes minutes and does not depend on the project.
 */
jest.setTimeout(600_000);

const onPostgres = process.env.DATABASE_CLIENT === 'postgres';
let place: string;

/** A database of the project's own on the server of the tests; its name begins as theirs does, so it goes with them. */
const databaseFlags = async (name: string): Promise<string[]> => {
  if (!onPostgres) return ['--dbclient', 'sqlite', '--dbfile', '.tmp/data.db'];
  const server = new URL(process.env.TEST_DATABASE_URL!);
  const database = `${new URL(process.env.DATABASE_URL!).pathname.slice(1)}_${name}`;
  const client = new Client({ connectionString: server.href });
  await client.connect();
  await client.query(`CREATE DATABASE ${database}`).finally(() => client.end());
  return ['--dbclient', 'postgres', '--dbhost', server.hostname, '--dbport', server.port || '5432', '--dbname', database, '--dbusername', server.username, '--dbpassword', decodeURIComponent(server.password), '--dbssl', 'false'];
};

beforeAll(async () => {
  place = mkdtempSync(path.join(os.tmpdir(), 'portal-walk-'));
  const [typescript, javascript] = await Promise.all([generate(place, 'typescript', ['--ts', ...(await databaseFlags('typescript'))]), generate(place, 'javascript', ['--js', ...(await databaseFlags('javascript'))])]);
  installPackages(place, [...dependenciesOf(typescript), ...dependenciesOf(javascript)]);
  await unpackPortal(place);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** What Strapi itself makes when it starts. */
const made = ['dist', '.tmp', '.strapi', '.strapi-updater.json', '.cache', 'types', 'data'];

/** Names and contents of what somebody wrote in a project. */
const written = (folder: string, inside = ''): Record<string, string> =>
  Object.assign({}, ...readdirSync(path.join(folder, inside)).map((name) => {
    const file = path.join(inside, name);
    if (made.includes(file)) return {};
    return statSync(path.join(folder, file)).isDirectory() ? written(folder, file) : { [file]: readFileSync(path.join(folder, file), 'latin1') };
  })) as Record<string, string>;

/** Registers, follows the mailed link, signs in and sends a request, all by forms. */
const sendRequest = async (client: PortalClient): Promise<string> => {
  const email = 'nora@example.com';
  expect((await client.submit('/support/register', '/support/register', { name: 'Nora', email, password: demoPassword })).status).toBe(303);
  const link = new URL(linkIn(await mailAbout(client.portal, email, 'Confirm')));
  expect((await client.submit(link.href, '/support/confirm-email', { code: link.searchParams.get('code')! })).location).toContain('/sign-in');
  await client.signIn(email);
  expect((await client.request('/support/requests/new')).html).toContain('Something does not work');
  return client.sendRequest('something-does-not-work', 'The lamp stays dark', 'I changed the battery twice.');
};

/** The first admin of the project makes an agent, who answers. */
const answer = async (app: RunningApp, reference: string): Promise<void> => {
  const admin = { firstname: 'Max', lastname: 'M', email: 'max@example.com', password: demoPassword };
  expect((await fetch(`${app.url}/admin/register-admin`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(admin) })).status).toBe(200);
  await (await agentClient(app, admin.email)).makeUser('ada@example.com', 'Support agent');
  await (await agentClient(app)).reply(reference, 'Please hold the button for ten seconds.');
};

/** Without the portal for a start, and with it again: everything is as it was. */
const goneAndBack = async (project: string, kind: 'typescript' | 'javascript', reference: string): Promise<void> => {
  dependOnNoPortal(project);
  if (kind === 'typescript') await compile(project);
  const without = await start(project, '/admin/init');
  expect((await fetch(without.portal)).status).toBe(404);
  await without.stop();
  dependOnPortal(project);
  expect(await portal(project, 'install', '--yes')).toMatchObject({ code: 0, output: expect.stringContaining('the rights of the role "Support agent"') });
  const again = await start(project);
  try {
    const nora = new PortalClient(again.portal);
    await nora.signIn('nora@example.com');
    expect((await nora.request(`/support/requests/${reference}`)).html).toContain('Please hold the button for ten seconds.');
    await (await agentClient(again)).reply(reference, 'Does it work now?');
    expect((await nora.request(`/support/requests/${reference}`)).html).toContain('Does it work now?');
  } finally {
    await again.stop();
  }
};

const walk = async (kind: 'typescript' | 'javascript'): Promise<void> => {
  const project = path.join(place, kind);
  dependOnPortal(project);
  const before = written(project);
  expect(await portal(project, 'install', '--dry-run')).toMatchObject({ code: 0, output: expect.stringContaining('nothing was changed') });
  expect(written(project)).toEqual(before);
  expect(await portal(project, 'install', '--yes')).toMatchObject({ code: 0, output: expect.stringContaining('the role "Support agent"') });
  const installed = written(project);
  expect(Object.keys(installed).filter((file) => installed[file] !== before[file]).sort()).toEqual(['.env', '.env.example', '.gitignore', `config/plugins.${kind === 'typescript' ? 'ts' : 'js'}`, `config/server.${kind === 'typescript' ? 'ts' : 'js'}`]);
  const app = await start(project);
  let reference: string;
  try {
    const nora = new PortalClient(app.portal);
    reference = await sendRequest(nora);
    await answer(app, reference);
    await mailAbout(app.portal, 'nora@example.com', 'The lamp stays dark');
    expect((await nora.request(`/support/requests/${reference}`)).html).toContain('Please hold the button for ten seconds.');
    expect((await new PortalClient(app.portal).request(`/support/requests/${reference}`)).status).toBe(303);
  } finally {
    await app.stop();
  }
  expect(await portal(project, 'install', '--yes')).toMatchObject({ code: 0, output: expect.stringContaining('nothing to do') });
  expect(written(project)).toEqual(installed);
  expect(await portal(project, 'uninstall', '--yes')).toMatchObject({ code: 0, output: expect.stringContaining('All data stays') });
  const left = written(project);
  expect(Object.keys(left).filter((file) => left[file] !== before[file]).sort()).toEqual(['.env', '.gitignore']);
  await goneAndBack(project, kind, reference);
};

describe('somebody who never heard of the portal has it running, and a request answered in it without JavaScript,', () => {
  // Two at a time: most of it is waiting for one start after the other.
  test.concurrent.each(['typescript', 'javascript'] as const)('in a new project in %s', walk);
});
