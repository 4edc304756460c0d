import { CannotGoOn, type Command, type CommandContext } from '../command';
import { hasPages, hasUncommittedChanges, needFreeName, needOwnPackage, needWriteRights } from '../install/obstacles';
import { makeFirstContent } from '../install/first-content';
import { planOf, type FileChange, type LeftToDo, type Plan } from '../install/plan';
import { projectTypeScript } from '../install/project-typescript';
import { writeFiles } from '../install/write-files';
import { withStrapi } from '../open-strapi';
import { readProject, type StrapiProject } from '../strapi-project';

const toldChange = ({ file, before, what }: FileChange): string => `  ${before === null ? 'make' : 'change'} ${file}: add ${what}`;
const toldLeft = ({ file, why, lines }: LeftToDo): string => `\nTo be added by yourself to ${file}. ${why}\n\n${lines.replace(/^/gm, '    ')}`;

const tellPlan = ({ say }: CommandContext, project: StrapiProject, { changes, left }: Plan): void => {
  say(`The customer portal in ${project.folder} (Strapi ${project.strapiVersion}, ${project.isTypeScript ? 'TypeScript' : 'JavaScript'}). This will`);
  for (const change of changes) say(toldChange(change));
  say('  start Strapi once, which makes the tables of the portal, and make there, unless they are there:\n    a role "Support agent" and three categories of requests');
  say('From the next start on, the routes of users-permissions to sign in (/api/auth, /api/connect) are shut; authentication.hostSignIn opens them\nfor a site of yours that uses them, at the price that CONFIGURATION.md names (docs/ in the package).');
  for (const each of left) say(toldLeft(each));
};

/** Asks unless told not to. Answers whether to go on. */
const isWanted = async ({ options, isInteractive, ask }: CommandContext): Promise<boolean> => {
  if (options.yes) return true;
  if (!isInteractive) throw new CannotGoOn('Nobody is here to be asked. Add --yes to go on without a question. Nothing was changed.');
  return ask('\nGo on?');
};

const openAndFill = async (project: StrapiProject): Promise<string[]> => {
  try {
    return await withStrapi(project, makeFirstContent);
  } catch (error) {
    throw new CannotGoOn(`The files are written, but Strapi could not be started with them: ${(error as Error).message}\nMend that and run this command again: it goes on where it stopped.`);
  }
};

const nextSteps = ({ isTypeScript }: StrapiProject, environment: NodeJS.ProcessEnv): string => {
  const address = `http://localhost:${environment.PORT ?? '1337'}`;
  return ['', 'Next:', `  npm run build     builds the admin panel with the inbox in it${isTypeScript ? ', and your code' : ''}`, '  npm run start', '', `The portal is at ${address}/support, its mails until production at ${address}/support/_mailbox, the inbox in ${address}/admin.`].join('\n');
};

const warnBefore = ({ warn, environment }: CommandContext, project: StrapiProject, { changes }: Plan): void => {
  if (!hasPages(environment)) warn('The pages of the portal are not in this package: everything but them will work. Install it from npm, or name a built site in PORTAL_SITE.');
  if (changes.length > 0 && hasUncommittedChanges(project)) warn('Git knows of changes here that are not committed; those of this command would lie among them.');
};

const run = async (context: CommandContext): Promise<number> => {
  const project = readProject(context.project);
  const ts = projectTypeScript(project);
  needOwnPackage(project);
  needFreeName(ts, project);
  const plan = planOf(ts, project);
  needWriteRights(project, plan.changes);
  tellPlan(context, project, plan);
  warnBefore(context, project, plan);
  if (context.options['dry-run']) {
    context.say('\nThis was a dry run: nothing was changed.');
    return 0;
  }
  if (!(await isWanted(context))) {
    context.say('Nothing was changed.');
    return 0;
  }
  writeFiles(project, plan.changes);
  if (plan.left.some(({ file }) => file.startsWith('config/plugins'))) throw new CannotGoOn('Add the lines above to config/plugins and run this command again: it goes on where it stopped.');
  const made = await openAndFill(project);
  if (plan.changes.length === 0 && made.length === 0) context.say('\nThere was nothing to do: the portal is installed.');
  else for (const what of [...plan.changes.map(({ file }) => file), ...made]) context.say(`  done: ${what}`);
  context.say(nextSteps(project, process.env));
  return 0;
};

/** `portal install`: the plugin's configuration and first content in a Strapi 5 project. Run again, it does what is missing. */
export const install: Command = {
  name: 'install',
  summary: 'puts the portal into the Strapi 5 project of this folder; safe to run again',
  details: 'It says first what it will do. Files that it cannot change safely are left alone, and the lines to add are printed.\n"portal uninstall" takes out again what it added to files.',
  options: {
    'dry-run': { type: 'boolean', summary: 'say what would be done, and do nothing' },
    yes: { type: 'boolean', short: 'y', summary: 'do not ask' },
  },
  run,
};
