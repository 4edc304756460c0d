type Env = typeof import('@strapi/utils').env;

export default ({ env }: { env: Env }) => ({
  auth: { secret: env('ADMIN_JWT_SECRET') },
  apiToken: { salt: env('API_TOKEN_SALT') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  // `npm run dev` restarts Strapi when the plugin is built; its sources, the site and tests are not Strapi's.
  watchIgnoreFiles: ['plugin', 'site', 'tests', 'scripts', 'data', 'docs', 'types'].map((folder) => `${process.cwd()}/${folder}/**`),
  // Articles have a preview of their own (decision 014): Strapi's asks nobody for his rights, and keeps an address for as long as its tab is open.
  preview: { enabled: false },
  flags: { nps: false, promoteEE: false },
});
