import { checkNames, examination, type CheckName, type Examination, type Finding } from '../../contracts/doctor';
import { CannotGoOn, type Command, type CommandContext } from '../command';
import { didYouMean } from '../did-you-mean';
import { withStrapi } from '../open-strapi';
import { startFault } from '../start-fault';
import { readProject } from '../strapi-project';

interface Doctor {
  examine(wanted: readonly CheckName[]): Promise<unknown>;
}
const marks: Record<Finding['state'], string> = { well: 'well   ', warning: 'warning', broken: 'BROKEN ' };
const width = Math.max(...checkNames.map((name) => name.length)) + 2;
const indent = ' '.repeat(width + 9);
const isName = (name: string): name is CheckName => (checkNames as readonly string[]).includes(name);

const linesOf = ({ name, state, found, mend }: Finding): string[] => [`${marks[state]}  ${name.padEnd(width)}${found.replace(/\n/g, `\n${indent}`)}`, ...(mend ? [`${indent}→ ${mend}`] : [])];

const told = ({ state, findings }: Examination): string => {
  const count = (of: Finding['state']): number => findings.filter((finding) => finding.state === of).length;
  const sum = state === 'well' ? 'All is well.' : `${count('broken')} broken, ${count('warning')} to look at, ${count('well')} well.`;
  return [...findings.flatMap(linesOf), '', sum].join('\n');
};

const wantedOf = ({ options }: CommandContext): CheckName[] => {
  const names = String(options.only ?? '').split(',').map((name) => name.trim()).filter((name) => name !== '');
  const unknown = names.find((name) => !isName(name));
  if (unknown !== undefined) throw new CannotGoOn(`There is no check "${unknown}".${didYouMean(unknown, checkNames)} There are: ${checkNames.join(', ')}.`);
  return names.length > 0 ? names.filter(isName) : [...checkNames];
};

const examine = async (context: CommandContext): Promise<Examination> => {
  const [project, wanted] = [readProject(context.project), wantedOf(context)];
  try {
    return await withStrapi(project, async (strapi) => examination.parse(await (strapi.plugin('portal')?.service('doctor') as Doctor).examine(wanted)), { log: 'fatal', resting: true });
  } catch (error) {
    return { state: 'broken', findings: [startFault(error)] };
  }
};

/** `portal doctor`: what is wrong with the installation in this folder, and what to do. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'says what is wrong with this installation, and what to do',
  details: `It loads Strapi as its server does, without opening a port or sending a mail, so the database is brought up to\nthe installed version as by a start. Exit code 1 when something is broken, also with --json.\n\nChecks: ${checkNames.join(', ')}.`,
  options: {
    only: { type: 'string', value: 'checks', summary: 'only these, with commas between them' },
    json: { type: 'boolean', summary: 'for programs: { state, findings: [{ name, state, found, mend }] }' },
  },
  async run(context) {
    const found = await examine(context);
    context.say(context.options.json ? JSON.stringify(found, null, 2) : told(found));
    return found.state === 'broken' ? 1 : 0;
  },
};
