import { bootDesk } from '../support/strapi';

jest.setTimeout(120_000);

const refusal = async (environment: Record<string, string>): Promise<string> => {
  try {
    await (await bootDesk(environment)).stop();
    return 'started';
  } catch (error) {
    return String(error instanceof Error ? error.message : error);
  }
};

describe('a wrong value stops the start and teaches', () => {
  test.each([
    [{ HELPDESK_PORTAL_URL: 'support/' }, 'portal.config.url: must be one path segment such as /support'],
    [{ PORTAL_TICKETS_PER_DAY: '0' }, 'portal.config.limits.rateLimiting.ticketsPerDay'],
    [{ PORTAL_COMMENTS_PER_HOUR: '-5' }, 'portal.config.limits.rateLimiting.commentsPerHour'],
    [{ PORTAL_MAIL: 'pigeon' }, 'portal.config.mail.transport'],
    [{ PORTAL_PUBLIC_URL: 'help.example.com' }, 'portal.config.publicUrl: must be empty or a whole address such as https://help.example.com'],
    [{ PORTAL_PUBLIC_URL: 'javascript://x' }, 'portal.config.publicUrl'],
    [{ PORTAL_TICKETS_PER_DAY: 'ten' }, 'portal.config.limits.rateLimiting.ticketsPerDay'],
    [{ PORTAL_VECTORS: 'magic' }, 'portal.config.search.vectors.provider'],
    [{ PORTAL_VECTORS: 'openai', PORTAL_VECTORS_MODEL: 'small' }, 'portal.config.search.vectors.baseUrl: must be the address that answers /embeddings, such as https://api.example.com/v1, for the provider "openai"'],
    [{ PORTAL_VECTORS: 'openai', PORTAL_VECTORS_URL: 'http://127.0.0.1:9/v1' }, 'portal.config.search.vectors.model: must name the model'],
    [{ PORTAL_VECTORS_URL: 'api.example.com' }, 'portal.config.search.vectors.baseUrl: must be empty or a whole address'],
    [{ PORTAL_VECTORS: 'onnx' }, 'portal.config.search.vectors.folder: must be the folder with model.onnx and tokenizer.json'],
    [{ PORTAL_VECTORS_WEIGHT: 'much' }, 'portal.config.search.vectors.weight'],
    [{ PORTAL_BRAND: '' }, 'portal.config.brand: must be a name of 1 to 60 characters'],
    [{ PORTAL_ANSWERS: 'true', PORTAL_ANSWERS_MODEL: 'small' }, 'portal.config.answers.baseUrl: must be the address of an OpenAI-compatible API'],
    [{ PORTAL_ANSWERS: 'true', PORTAL_ANSWERS_URL: 'https://api.example.com/v1' }, 'portal.config.answers.model: must name a model of that API'],
    [{ PORTAL_SEGMENTS: JSON.stringify({ gold: { theme: { accent: '#ffee00' } } }) }, 'portal.config.segments.gold.theme.accent: Words in #ffee00 have'],
    [{ PORTAL_SESSION_DAYS: '0' }, 'portal.config.authentication.sessionDays'],
    [{ PORTAL_PASSWORD_MIN_LENGTH: 'six' }, 'portal.config.authentication.passwordMinLength'],
    [{ PORTAL_REGISTRATION_DOMAINS: '@example.com' }, 'portal.config.authentication.registrationDomains.0: must be the part of an address after the @, such as example.com'],
    [{ MAIL_FROM: 'Northwind' }, 'portal.config.mail.from: must be an address such as support@example.com'],
    [{ MAIL_REPLY_TO: 'answers' }, 'portal.config.mail.replyTo: must be empty or an address such as help@example.com'],
    [{ PORTAL_INBOUND_ADDRESS: 'support' }, 'portal.config.mail.inbound.address: must be empty or the address that customers write to'],
    [{ PORTAL_INBOUND_ADDRESS: 'support@example.com' }, 'portal.config.mail.inbound.address: needs a way in'],
    [{ PORTAL_INBOUND_SECRET: 'short' }, 'portal.config.mail.inbound.webhookSecret: must be empty or at least 16 characters'],
    [{ PORTAL_ANSWERS_TIMEOUT: '10' }, 'portal.config.answers.timeoutMs'],
    [{ PORTAL_REDIS_URL: '127.0.0.1:6379' }, 'portal.config.realtime.redisUrl: must be empty or an address such as redis://127.0.0.1:6379'],
    [{ PORTAL_LIVE_PER_CUSTOMER: '0' }, 'portal.config.realtime.limits.perCustomer'],
  ])('%j', async (environment, fault) => {
    const message = await refusal(environment);
    expect(message).toContain('The customer portal cannot start with this configuration:');
    expect(message).toContain(fault);
    expect(message).toContain('Mend it in config/plugins.ts; docs/CONFIGURATION.md lists every key.');
  });

  test('every wrong value at once', async () => {
    const message = await refusal({ PORTAL_MAIL: 'pigeon', PORTAL_BRAND: '', HELPDESK_PORTAL_URL: '/a/b' });
    for (const key of ['mail.transport', 'brand', 'url']) expect(message).toContain(`portal.config.${key}:`);
  });
});

test('a portal that is off has no pages and no API, and its desk stays', async () => {
  const desk = await bootDesk({ PORTAL_ENABLED: 'false' });
  try {
    for (const path of ['/categories', '/knowledge', '/me']) expect(await desk.visitor().get(path)).toMatchObject({ status: 404, code: 'not_found' });
    expect((await desk.visitor().post('/auth/login', { email: 'a@example.com', password: 'x' })).status).toBe(404);
    expect((await desk.visitor().get(`${desk.url}/support`)).status).toBe(404);
    expect((await (await desk.agent('Ada')).get('/tickets')).status).toBe(200);
  } finally {
    await desk.stop();
  }
});

test('where live updates are off, nobody gets a socket, and the desk is told so', async () => {
  const silent = await bootDesk({ PORTAL_LIVE: 'false' });
  try {
    const bert = await silent.agent('Bert');
    expect(await bert.post('/live-passes')).toMatchObject({ status: 201, data: { pass: null } });
    const otto = await silent.customer('Otto Brandt');
    expect((await silent.visitor().get(`${silent.url}/api/portal/socket/?EIO=4&transport=polling`)).status).toBe(404);
    const page = await otto.get(`${silent.url}/support/requests`);
    expect(page.text).toContain('<live-updates');
    expect(page.text).not.toContain('data-to=');
  } finally {
    await silent.stop();
  }
});

test('and after a start that failed, a good one works', async () => {
  expect(await refusal({})).toBe('started');
});
