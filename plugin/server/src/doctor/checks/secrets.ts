import type { Strapi } from '../../platform/domain';
import type { Check, Verdict } from '../verdict';
import { broken, together, warning } from '../verdict';

interface Secret {
  name: string;
  value: string;
  /** Without it something else takes its place. */
  optional?: boolean;
}
const examples = /(to_?be_?modified|change_?me|replace_?me|example|your[-_ ]?secret|^secret|^password|^test$|1234567|abcdef|xxxx)/i;
const fewestCharacters = 16;
const fewestDifferent = 8;

const read = (strapi: Strapi, name: string, key: string, optional = false): Secret => ({ name, value: String(strapi.config.get<string | undefined>(key) ?? ''), optional });

const secretsOf = (strapi: Strapi): Secret[] => [
  ...[strapi.config.get<string[] | string | undefined>('server.app.keys') ?? []].flat().map((value, index) => ({ name: `APP_KEYS (number ${index + 1})`, value: String(value) })),
  read(strapi, 'ADMIN_JWT_SECRET', 'admin.auth.secret'),
  read(strapi, 'API_TOKEN_SALT', 'admin.apiToken.salt'),
  read(strapi, 'TRANSFER_TOKEN_SALT', 'admin.transfer.token.salt', true),
  read(strapi, 'ENCRYPTION_KEY', 'admin.secrets.encryptionKey', true),
  read(strapi, 'JWT_SECRET', 'plugin::users-permissions.jwtSecret'),
  read(strapi, 'encryption.secret', 'plugin::portal.encryption.secret', true),
  read(strapi, 'mail.inbound.webhookSecret', 'plugin::portal.mail.inbound.webhookSecret', true),
  read(strapi, 'site.secret', 'plugin::portal.site.secret', true),
];

const mend = (name: string): string => `Set ${name} to the output of "openssl rand -base64 32" (docs/OPERATING.md says what each change ends).`;

const judge = ({ name, value, optional }: Secret): Verdict | null => {
  if (value === '') return optional ? null : broken(`${name} is not set.`, mend(name));
  if (examples.test(value)) return broken(`${name} is an example that everybody knows.`, mend(name));
  if (value.length < fewestCharacters || new Set(value).size < fewestDifferent) return broken(`${name} is so short or so plain that it can be guessed.`, mend(name));
  return null;
};

const shared = (secrets: Secret[]): Verdict | null => {
  const set = secrets.filter(({ value }) => value !== '');
  const twins = set.filter(({ value }, index) => set.findIndex((other) => other.value === value) !== index);
  return twins.length === 0 ? null : warning(`${twins.map(({ name }) => name).join(', ')} ${twins.length === 1 ? 'is' : 'are'} the same as another secret.`, 'Give each its own: who learns one has the others.');
};

/** Whether all secrets are there, long, nobody's example, and each its own. Values are never told. */
export const secrets: Check = async (strapi) => {
  const all = secretsOf(strapi);
  const keys = all.some(({ name }) => name.startsWith('APP_KEYS')) ? null : broken('APP_KEYS is not set.', mend('APP_KEYS'));
  const sealed = all.some(({ name, value }) => ['ENCRYPTION_KEY', 'encryption.secret'].includes(name) && value !== '');
  const unsealed = sealed ? null : warning('Neither encryption.secret nor ENCRYPTION_KEY is set: what customers’ apps show is encrypted with ADMIN_JWT_SECRET.', 'Set PORTAL_ENCRYPTION_SECRET before customers turn on a second factor, and put ADMIN_JWT_SECRET into PORTAL_OLD_ENCRYPTION_SECRETS if some did.');
  return together([keys, ...all.map(judge), shared(all), unsealed], 'All secrets are set, long, and each its own.');
};
