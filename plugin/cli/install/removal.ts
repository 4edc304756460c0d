import type { StrapiProject } from '../strapi-project';
import type { TypeScript } from './config-object';
import { withoutProperty, type Property } from './config-text';
import { withoutVariables } from './lines';
import { configFile, textOf, type FileChange } from './plan';
import { pluginProperty, serverProperties } from './portal-settings';

/** What would be taken out, and what stays because somebody changed it since. */
export interface RemovalPlan {
  changes: FileChange[];
  kept: string[];
}

const fromConfig = (ts: TypeScript, project: StrapiProject, name: string, properties: Property[]): RemovalPlan => {
  const file = configFile(project, name);
  const before = textOf(project, file);
  const plan: RemovalPlan = { changes: [], kept: [] };
  if (before === null) return plan;
  let after = before;
  const taken: string[] = [];
  // The last that was added first: its comma belongs to the one before.
  for (const property of properties.toReversed()) {
    const removal = withoutProperty(ts, file, after, property);
    if (removal.kind === 'changed') plan.kept.push(`"${property.name}" in ${file}: it is not as install wrote it`);
    if (removal.kind !== 'removed') continue;
    after = removal.text;
    taken.unshift(property.name);
  }
  if (taken.length > 0) plan.changes.push({ file, before, after, what: taken.join(' and ') });
  return plan;
};

const fromEnvironment = (project: StrapiProject, file: string, isExample: boolean): FileChange[] => {
  const before = textOf(project, file);
  const after = before === null ? null : withoutVariables(before, { isExample });
  return before === null || after === null || after === before ? [] : [{ file, before, after, what: 'the variables of the portal that were not changed' }];
};

/** What `portal uninstall` would do to the files of this project. Reads only. */
export const planRemoval = (ts: TypeScript, project: StrapiProject): RemovalPlan => {
  const parts = [fromConfig(ts, project, 'plugins', [pluginProperty]), fromConfig(ts, project, 'server', serverProperties)];
  const changes = [...parts.flatMap((part) => part.changes), ...fromEnvironment(project, '.env', false), ...fromEnvironment(project, '.env.example', true)];
  return { changes, kept: parts.flatMap(({ kept }) => kept) };
};
