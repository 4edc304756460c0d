import { ProjectOnTheDisk } from '../support/project-on-the-disk';
import { makeTestPlace, type TestPlace } from '../support/test-place';

jest.setTimeout(600_000);

/** A project with migrations of its own: a table, twenty rows in steps, one that fails while BREAKS is set, and one after it. */
const source = `
const { setTimeout: pause } = require('node:timers/promises');
module.exports = {
  register({ strapi }) {
    const within = (work) => strapi.db.transaction(({ trx }) => work(trx));
    const put = (row) => within((trx) => trx.raw('insert into portal_tried (row_number) values (?)', [row]));
    strapi.plugin('portal').service('migrations').learn([
      { name: '903-after', what: 'Comes after it.', up: () => put(103) },
      { name: '900-table', what: 'Makes a table.', up: () => within((trx) => trx.raw('create table portal_tried (row_number integer)')) },
      {
        name: '901-twenty',
        what: 'Writes twenty rows.',
        async step(_strapi, mark) {
          const row = Number(mark ?? 0) + 1;
          if (row > 20) return null;
          await put(row);
          await pause(20);
          return { mark: String(row), done: 1 };
        },
      },
      {
        name: '902-breaks',
        what: 'Fails where there is no room.',
        async up() {
          await put(102);
          if (process.env.BREAKS) throw new Error('no room');
        },
      },
    ]);
  },
  async bootstrap({ strapi }) {
    if (!process.env.TELLS) return;
    const rows = await strapi.db.connection.raw('select row_number as "row" from portal_tried order by row_number');
    process.stderr.write('rows ' + (rows.rows ?? rows).map(({ row }) => row).join(' ') + '\\n');
  },
};`;

let place: TestPlace;
const project = new ProjectOnTheDisk(source);
beforeAll(async () => {
  place = await makeTestPlace('migrating');
});
afterAll(async () => {
  await place.remove();
  project.remove();
});

const environment = (more: Record<string, string> = {}): Record<string, string> => ({ PORTAL_DATA_DIR: place.dataDirectory, ...place.environment, ...more });
const twenty = Array.from({ length: 20 }, (_none, index) => index + 1);

test('somebody migrates: looks first, is cut off in the middle, goes on twice at once, meets a failure, mends it', async () => {
  const listed = await project.begin(['migrate', '--dry-run'], environment());
  expect([listed.status, listed.stderr]).toEqual([0, '']);
  for (const line of ['900-table: waits', '901-twenty: waits (long', '902-breaks: waits', '903-after: waits']) expect(listed.stdout).toContain(line);

  const cut = await project.begin(['migrate'], environment({ BREAKS: 'yes' }), (said, child) => void (said.includes('901-twenty: 5 …') && child.kill('SIGKILL')));
  expect([cut.status, cut.stdout]).toEqual([null, expect.stringContaining('900-table …')]);

  const both = await Promise.all([1, 2].map(() => project.begin(['migrate'], environment({ BREAKS: 'yes' }))));
  for (const { status, stdout, stderr } of both) {
    expect([status, stderr]).toEqual([1, expect.stringContaining('The migration 902-breaks failed: no room. What it had begun was taken back; nothing after it was run.')]);
    expect(stdout).not.toContain('900-table …');
    expect(stdout).not.toContain('903-after');
  }

  const mended = await project.begin(['migrate'], environment({ TELLS: 'yes' }));
  // Told before this call runs anything: each row once, and nothing of what failed.
  expect([mended.status, mended.stderr.trim()]).toEqual([0, `rows ${twenty.join(' ')}`]);
  expect(mended.stdout).toMatch(/902-breaks: done in \d+ ms\n903-after: done in \d+ ms/);

  const again = await project.begin(['migrate'], environment({ TELLS: 'yes' }));
  expect([again.status, again.stderr.trim(), again.stdout.trim()]).toEqual([0, `rows ${[...twenty, 102, 103].join(' ')}`, 'Nothing to do: all migrations ran before.']);
});
