import type { Property } from './config-text';

/** Reads a setting from the environment, the way that the place allows. */
const reader = (hasEnv: boolean) => (name: string, otherwise: string): string => (hasEnv ? `env('${name}', ${otherwise})` : `(process.env.${name} || ${otherwise})`);

/** What config/plugins gets. */
export const pluginProperty: Property = {
  name: 'portal',
  write(hasEnv) {
    const read = reader(hasEnv);
    const mode = hasEnv ? "env('NODE_ENV')" : 'process.env.NODE_ENV';
    return [
      'portal: {',
      '  enabled: true,',
      '  config: {',
      `    brand: ${read('PORTAL_BRAND', "'Help'")},`,
      '    mail: {',
      '      // Until NODE_ENV is production, mails are shown at /support/_mailbox instead of being sent.',
      `      transport: ${read('PORTAL_MAIL', `(${mode} === 'production' ? 'email' : 'mailbox')`)},`,
      `      from: ${read('MAIL_FROM', "'support@localhost'")},`,
      '    },',
      `    encryption: { secret: ${read('PORTAL_ENCRYPTION_SECRET', "''")} },`,
      '  },',
      '}',
    ].join('\n');
  },
};

/** What config/server gets: the address in mails and cookies, and whom to believe about who calls. */
export const serverProperties: Property[] = [
  { name: 'url', write: (hasEnv) => `url: ${reader(hasEnv)('PUBLIC_URL', "''")}` },
  { name: 'proxy', write: (hasEnv) => (hasEnv ? "proxy: { koa: env.bool('TRUST_PROXY', false) }" : "proxy: { koa: process.env.TRUST_PROXY === 'true' }") },
];

/** A variable that .env gets; `secret`: what stands there is made for each project, and stays when the portal goes. */
export interface Variable {
  name: string;
  value: string;
  secret?: boolean;
}

/** What .env gets. */
export const variables: Variable[] = [
  { name: 'PORTAL_BRAND', value: 'Help' },
  { name: 'MAIL_FROM', value: 'support@localhost' },
  { name: 'PORTAL_ENCRYPTION_SECRET', value: '', secret: true },
];

/** Customers' files are on this disk unless a bucket is named, and never in the repository. */
export const ignoredFolder = 'data/attachments/';
