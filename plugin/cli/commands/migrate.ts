import type { Command, CommandContext } from '../command';
import { withStrapi } from '../open-strapi';
import { startFault } from '../start-fault';
import { readProject } from '../strapi-project';

interface Report {
  name: string;
  what: string;
  isLong: boolean;
  state: 'waiting' | 'begun' | 'done' | 'failed' | 'unknown';
  done: number;
  tookMs: number;
  endedAt: string | null;
  error: string | null;
}
/** What this command asks of the server. */
interface Migrations {
  list(): Promise<Report[]>;
  run(onBegin: (name: string) => void, onStep: (name: string, done: number) => void): Promise<void>;
}
type Say = CommandContext['say'];

const howFar: Record<Report['state'], (report: Report) => string> = {
  waiting: ({ isLong }) => (isLong ? 'waits (long: in steps, beside the server)' : 'waits'),
  begun: ({ done }) => `begun, ${done} done`,
  failed: ({ error }) => `failed: ${error ?? 'nobody knows why'}`,
  done: ({ endedAt, tookMs }) => `done ${endedAt ?? ''} in ${tookMs} ms`,
  unknown: () => 'of a newer version',
};
const lineOf = (report: Report): string => `${report.name}: ${howFar[report.state](report)}\n    ${report.what}`;

/** What was run, with how long it took and what it dealt with. */
const tell = (before: Report[], after: Report[], say: Say): void => {
  const waited = new Set(before.filter(({ state }) => state !== 'done' && state !== 'unknown').map(({ name }) => name));
  for (const { name, done, tookMs } of after.filter((report) => waited.has(report.name) && report.state === 'done')) say(`${name}: done in ${tookMs} ms${done > 1 ? `, ${done} dealt with` : ''}`);
};

const run = async (migrations: Migrations, { say, warn }: CommandContext): Promise<number> => {
  const before = await migrations.list();
  const counts = new Map<string, number>();
  const onStep = (name: string, done: number): void => {
    counts.set(name, (counts.get(name) ?? 0) + done);
    say(`${name}: ${counts.get(name)} …`);
  };
  const failure = await migrations.run((name) => say(`${name} …`), onStep).then(() => null, (error: Error) => error.message);
  tell(before, await migrations.list(), say);
  if (failure !== null) warn(failure);
  else if (before.every(({ state }) => state === 'done' || state === 'unknown')) say('Nothing to do: all migrations ran before.');
  return failure === null ? 0 : 1;
};

/** `portal migrate`: brings tables and rows to what the installed version expects. */
export const migrate: Command = {
  name: 'migrate',
  summary: 'brings tables and data to the installed version, and says what was done',
  details: 'Each migration runs once, whoever else runs it at the same time; one that fails is taken back, and the next call\ngoes on there. The server may run meanwhile. docs/UPGRADE.md in the package says when to call it.',
  options: { 'dry-run': { type: 'boolean', summary: 'list all migrations and how far each is, and run none' } },
  async run(context) {
    const project = readProject(context.project);
    const work = async (migrations: Migrations): Promise<number> => {
      if (!context.options['dry-run']) return run(migrations, context);
      for (const report of await migrations.list()) context.say(lineOf(report));
      return 0;
    };
    try {
      return await withStrapi(project, (strapi) => work(strapi.plugin('portal').service('migrations') as Migrations), { log: 'fatal', resting: true });
    } catch (error) {
      const { found, mend } = startFault(error);
      context.warn(`${found}\n${mend}`);
      return 1;
    }
  },
};
