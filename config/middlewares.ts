type Env = typeof import('@strapi/utils').env;

export default ({ env }: { env: Env }) => {
  const own = env('PUBLIC_URL', `http://localhost:${env.int('PORT', 1337)}`);
  return [
    'strapi::logger',
    'strapi::errors',
    'strapi::security',
    // Strapi's default reflects every origin and allows credentials with it.
    { name: 'strapi::cors', config: { origin: env.array('CORS_ORIGINS', [own]) } },
    'strapi::query',
    // Customers' files never pass here (they are streamed); this bounds what an admin may upload.
    { name: 'strapi::body', config: { jsonLimit: '1mb', formidable: { maxFileSize: 200 * 1024 * 1024 } } },
    'strapi::session',
    'strapi::favicon',
    'strapi::public',
  ];
};
