import { files, read } from './sources';

/** A block of code in the documents. */
export interface Example {
  place: string;
  language: string;
  text: string;
}

/** README, and all of docs/ but the decisions, which tell what was. */
export const documents = ['README.md', ...files.filter((file) => /^docs\/(?!decisions\/).*\.md$/.test(file))];

/** Every fenced block of the documents that names a language. */
export const examples = (): Example[] =>
  documents.flatMap((file) =>
    [...read(file).matchAll(/^( *)```(\w+)\n([\s\S]*?)^ *```/gm)].map(([, indent = '', language = '', text = ''], place) => ({
      place: `${file}, block ${place + 1}`,
      language,
      text: text.replace(new RegExp(`^${indent}`, 'gm'), ''),
    })),
  );

/** One line each, without what the shell does not run. */
export const commands = (): { place: string; command: string }[] =>
  examples()
    .filter(({ language }) => ['sh', 'bash', 'shell', 'console'].includes(language))
    .flatMap(({ place, text }) => text.split('\n').map((line) => ({ place, command: line.replace(/(^|\s+)#.*$/, '').trim() })))
    .filter(({ command }) => command !== '');

/**
 * Who runs a command. `file` and `test` name the test; `sign` is what stands in it and shows that it does.
 * Where no test can run it, `byHand` says why.
 */
type Runner = { file: string; test: string; sign: string } | { file: string; sign: string } | { byHand: string };

const walk = 'tests/journeys/documented-commands.test.ts';
const project = 'tests/support/generated-project.ts';
const installing = { file: 'tests/install/walk.test.ts', sign: "'in a new project in %s'" };

const walking: Runner = { file: walk, test: 'the walk through the demo in API.md sends a request and reads it', sign: "startsWith('curl ')" };
const publishing = (sign: string): Runner => ({ file: 'tests/install/publish.test.ts', sign });

/** Every command of the documents, word for word. */
export const runners: Record<string, Runner> = {
  'npm start': { file: walk, test: 'npm start prints where everything is, and it is there', sign: "['start']" },
  'PORT=4000 PORTAL_DATA_DIR=/tmp/second npm start': { file: walk, test: 'npm start prints where everything is, and it is there', sign: 'PORTAL_DATA_DIR: directory' },
  'npm test': { file: '.ci/run', sign: '\nnpm test\n' },
  'npm test -- rules architecture': { file: 'tests/architecture/commands.test.ts', test: 'a suite that nobody knows is answered with those there are', sign: "'scripts/test.mjs'" },
  'npm test -- server -- sessions': { file: 'tests/architecture/commands.test.ts', test: 'a suite that nobody knows is answered with those there are', sign: "'scripts/test.mjs'" },
  'npm test -- server-postgres -- outbox': { file: 'tests/architecture/commands.test.ts', test: 'a suite that nobody knows is answered with those there are', sign: "'scripts/test.mjs'" },
  'npm run dev': { byHand: 'it rebuilds the very files on which other tests run' },
  'npm ci': { file: 'scripts/setup/installed-packages.mjs', sign: "npm(['ci'" },
  'npm run build': { file: walk, test: 'npm run build has nothing left to do', sign: "['run', 'build']" },
  'npm run serve': { file: walk, test: 'npm run serve names the secrets that are missing, and serves once they are there', sign: "['run', 'serve']" },
  'export PUBLIC_URL=https://help.example.com SMTP_HOST=smtp.example.com': { file: walk, test: 'npm run serve names the secrets that are missing, and serves once they are there', sign: 'SMTP_HOST' },
  'export DATABASE_CLIENT=postgres DATABASE_URL=postgres://portal:secret@127.0.0.1/portal': { file: 'tests/nodes/two-nodes.test.ts', test: 'whichever node an agent is on, every viewer hears every answer once, and nobody another’s', sign: "DATABASE_CLIENT: 'postgres'" },
  'npm run search:rebuild': { file: walk, test: 'the index, the figures and the demo content can be made anew on the same data', sign: "'search:rebuild'" },
  'npm run figures:rebuild': { file: walk, test: 'the index, the figures and the demo content can be made anew on the same data', sign: "'figures:rebuild'" },
  'npm run import:articles -- path/to/folder --dry-run': { file: walk, test: 'a folder of articles is looked at, then taken over', sign: "'--dry-run'" },
  'npm run import:articles -- path/to/folder': { file: walk, test: 'a folder of articles is looked at, then taken over', sign: "'import:articles'" },
  'npx create-strapi-app@latest my-desk': { file: project, sign: "'create-strapi-app', 'bin'" },
  'cd my-desk': { file: project, sign: 'cwd: project' },
  'npm run package': { file: project, sign: "packPlugin(path.join(place, 'packed'))" },
  'npm install path/to/the-packed-file.tgz': { byHand: 'npm would fetch nine hundred megabytes; decision 050 says when it was done, and the test unpacks the package itself' },
  'npx portal install': installing,
  'npm run start': { file: project, sign: "[strapi, 'start']" },
  'npx portal uninstall': installing,
  'npx portal publish': publishing("'publish')"),
  'npx portal publish components/page-header': publishing("'publish', 'components/page-header')"),
  'npx portal publish --all': publishing("'publish', '--all'"),
  'npx portal publish --update': publishing("'publish', '--update')"),
  'npx portal publish --status': publishing("'publish', '--status')"),
  'npx portal build': publishing("'build')"),
  'npm install --save-dev @astrojs/node@11.1.6 astro@7.3.5 socket.io-client@4.8.4': { file: 'site/package.json', sign: '"@astrojs/node": "11.1.6",\n    "astro": "7.3.5"' },
  'npm uninstall strapi-plugin-customer-portal': { byHand: 'npm only takes the folder away' },
  [`curl -c jar -H 'Content-Type: application/json' -d '{"email":"cora@example.com","password":"Portal-demo-2026"}' http://localhost:1337/api/portal/auth/login`]: walking,
  'curl -b jar http://localhost:1337/api/portal/categories': walking,
  [`curl -b jar -H 'Content-Type: application/json' -H 'Idempotency-Key: walk-through-1' -d '{"subject":"A part for the mast","body":"Which screws do I need?","category":"repairs-and-spare-parts","fields":{"part":"Screws of the mast"}}' http://localhost:1337/api/portal/tickets`]: walking,
  [`curl -b jar 'http://localhost:1337/api/portal/tickets?state=active&pageSize=5'`]: walking,
  'openssl rand -base64 32': { file: 'tests/architecture/commands.test.ts', test: 'a secret is made by openssl', sign: "'openssl'" },
};
