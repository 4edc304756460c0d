import fs from 'node:fs';
import path from 'node:path';
import { root } from '../environment.mjs';

// Jest leaves one core free, which on the smallest machine is half of it.
const two = ['--maxWorkers=2'];
// Servers that are killed and begun again, one after the other in each file.
const mostlyWaiting = ['--maxWorkers=4'];
// Each file boots a Strapi, of which Jest keeps a part: processes that have grown are begun anew.
const manyBoots = ['--maxWorkers=4', '--workerIdleMemoryLimit=700MB'];
// Says which operations of the API no test was answered by.
const andNeverAnswered = ['--reporters=default', `--reporters=${path.join(root, 'tests', 'support', 'never-answered.cjs')}`];
// Which pages a project owns has nothing to do with its database.
const pagesOnlyOnce = ['--testPathIgnorePatterns=install/publish.test'];
const everything = ['plugin', 'configuration', 'site', 'admin'];

/**
 * The suites in the order they run: quick ones first. `project` is the Jest project (and the folder below
 * tests/), `demo` whether its servers begin with the demo company, `needs` what must be built before, `besideBuilds` whether it may run while other parts are built,
 * `boots` whether its tests boot servers of their own, `database` which one these use,
 * `browser` whether they look at pages in one,
 * `program` what has to be installed for them and `package` what Debian calls it, `options` are Jest's.
 */
export const suites = [
  { name: 'rules', project: 'rules', needs: [], besideBuilds: true, options: two },
  { name: 'components', project: 'components', needs: ['site'], besideBuilds: true, options: two },
  { name: 'architecture', project: 'architecture', needs: [], options: two },
  { name: 'server', project: 'server', boots: true, needs: ['plugin', 'configuration', 'site'], options: [...manyBoots, ...andNeverAnswered] },
  { name: 'server-postgres', project: 'server', boots: true, needs: ['plugin', 'configuration', 'site'], database: 'postgres', options: manyBoots },
  { name: 'inbound-mail', project: 'inbound-mail', boots: true, needs: ['plugin', 'configuration', 'site'], options: manyBoots },
  { name: 'inbound-mail-postgres', project: 'inbound-mail', boots: true, needs: ['plugin', 'configuration', 'site'], database: 'postgres', options: manyBoots },
  { name: 'mailboxes', project: 'mailboxes', boots: true, program: '/usr/sbin/dovecot', package: 'dovecot-imapd', needs: everything, options: manyBoots },
  { name: 'scanner', project: 'scanner', boots: true, program: '/usr/sbin/clamd', package: 'clamav-daemon', needs: ['plugin', 'configuration', 'site'], options: two },
  { name: 'nodes', project: 'nodes', boots: true, demo: true, needs: ['plugin', 'configuration', 'site'], database: 'postgres', redis: true },
  { name: 'install', project: 'install', needs: ['plugin', 'site'] },
  { name: 'install-postgres', project: 'install', database: 'postgres', needs: ['plugin', 'site'], options: pagesOnlyOnce },
  { name: 'load', project: 'load', demo: true, needs: everything, options: mostlyWaiting },
  { name: 'journeys', project: 'journeys', demo: true, browser: true, needs: everything, options: two },
];

/** A suite whose folder does not exist has not been written yet. */
export const isWritten = ({ project }) => fs.existsSync(path.join(root, 'tests', project));
