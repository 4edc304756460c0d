import { existsSync } from 'node:fs';
import path from 'node:path';
import { ownSiteFolder } from '../../contracts/own-site';
import { CannotGoOn, type Command, type CommandContext } from '../command';
import { planRemoval } from '../install/removal';
import { needWriteRights, ownPackage } from '../install/obstacles';
import { projectTypeScript } from '../install/project-typescript';
import { writeFiles } from '../install/write-files';
import { readProject } from '../strapi-project';

const kept = `\nAll data stays: the tables that begin with portal_, customers among the users, the role "Support agent", data/attachments with
customers’ files, and PORTAL_ENCRYPTION_SECRET in .env, with which parts of the data are sealed. "portal install" brings it all back.
What Strapi itself takes at its next start without the portal: the rights that roles have in it ("portal install" gives those of
"Support agent" back, others are given by hand), and, once a content type changes meanwhile, the pictures and videos of its articles
from the articles, not from the media library.

Next:
  npm uninstall ${ownPackage}
  npm run build`;

const run = async ({ project: folder, options, say, isInteractive, ask }: CommandContext): Promise<number> => {
  const project = readProject(folder);
  const { changes, kept: changed } = planRemoval(projectTypeScript(project), project);
  needWriteRights(project, changes);
  for (const { file, what } of changes) say(`  take ${what} out of ${file}`);
  for (const what of changed) say(`  leave ${what}`);
  if (changes.length === 0) say('There is nothing in the files of this project to take out.');
  if (options['dry-run']) {
    say('\nThis was a dry run: nothing was changed.');
    return 0;
  }
  if (changes.length > 0 && !options.yes && !isInteractive) throw new CannotGoOn('Nobody is here to be asked. Add --yes to go on without a question. Nothing was changed.');
  if (changes.length > 0 && !options.yes && !(await ask('\nGo on?'))) {
    say('Nothing was changed.');
    return 0;
  }
  writeFiles(project, changes);
  if (existsSync(path.join(folder, ownSiteFolder))) say(`Pages of your own stay in ${ownSiteFolder}/.`);
  say(kept);
  return 0;
};

/** `portal uninstall`: takes out of the project’s files what `portal install` put there. Data stays. */
export const uninstall: Command = {
  name: 'uninstall',
  summary: 'takes out of this project’s files what install added; keeps all data',
  options: {
    'dry-run': { type: 'boolean', summary: 'say what would be done, and do nothing' },
    yes: { type: 'boolean', short: 'y', summary: 'do not ask' },
  },
  run,
};
