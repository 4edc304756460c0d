import { keysOf } from './keys.mjs';
import { variablesByKey } from './variables.mjs';

const titles = {
  mail: 'Mail', files: 'Files', site: 'The built pages', authentication: 'Signing in', features: 'Features', search: 'Search', limits: 'Limits and files', retention: 'Retention', notifications: 'Notifications',
  push: 'Messages to browsers', theme: 'Theme', encryption: 'Encryption', security: 'Security', replies: 'Replies of agents', answers: 'Written answers', chat: 'Live chat', realtime: 'Live updates', webhooks: 'Webhooks',
};

const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** The variable that sets a key, or the object of which it is a part. */
const variableOf = (variables, key) => {
  if (variables[key]) return `\`${variables[key]}\``;
  const whole = Object.keys(variables).find((each) => key.startsWith(`${each}.`));
  return whole ? `\`${variables[whole]}\` (JSON)` : '';
};

const keyTable = (keys, variables) =>
  table(
    ['key', 'may be', 'default', 'environment', 'what it is'],
    keys.map(({ key, type, standard, meaning }) => [`\`${key}\``, type, standard, variableOf(variables, key), meaning]),
  );

const groupOf = ({ key }) => (key.includes('.') ? key.split('.')[0] : 'general');

/** The tables of all keys, a heading for each group. */
const allKeys = (keys, variables) => {
  const groups = Object.groupBy(keys, groupOf);
  const parts = Object.entries(groups).map(([group, own]) => {
    if (group !== 'general' && !titles[group]) throw new Error(`scripts/docs/configuration.mjs has no title for the keys of "${group}"`);
    return `### ${group === 'general' ? 'The portal' : titles[group]}\n\n${keyTable(own, variables)}`;
  });
  return parts.join('\n\n');
};

const named = (keys) => keys.map((key) => `\`${key}\``).join(', ');

/** What docs/CONFIGURATION.md says in parts that nobody writes by hand, by their name there. */
export const configurationParts = async () => {
  const { config, configSchema } = await import('../../plugin/server/src/config.ts');
  const { installationShape, segmentKeys } = await import('../../plugin/contracts/policy.ts');
  const plugins = await import('../../config/plugins.ts');
  const keys = keysOf(configSchema, config.default);
  return {
    keys: allKeys(keys, await variablesByKey(plugins.default)),
    'policy keys': `The keys of the policy, which \`locked\` takes too, are for all and for segments ${named(segmentKeys)}; and, for all alike and no segment, ${named(Object.keys(installationShape))}.`,
  };
};
