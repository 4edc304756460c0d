import { accountRules } from '../accounts/services/account-rules';
import { membership } from '../accounts/services/membership';
import { mailSender } from '../mail/services/mail-sender';
import { seconds } from '../platform/clock';
import { getService } from '../platform/get-service';
import { jobs } from '../platform/services/jobs';
import type { Domain, Strapi } from '../platform/domain';
import { segment } from './content-types/segment';
import { setting } from './content-types/setting';
import { appTokens } from './controllers/app-tokens';
import { appearance } from './controllers/appearance';
import { customers } from './controllers/customers';
import { factors } from './controllers/factors';
import { identities } from './controllers/identities';
import { me } from './controllers/me';
import { security } from './controllers/security';
import { settings as settingsController } from './controllers/settings';
import { keepFileSegments } from './keep-file-segments';
import { segmentByRule } from './membership-rules';
import { viewer } from './middlewares/viewer';
import { paletteOf } from './palette';
import { hasFeature } from './policies/has-feature';
import { withinLimit } from './policies/within-limit';
import { refuseUnreadableColours } from './refuse-unreadable-colours';
import { meRoutes } from './routes/me';
import { securityRoutes } from './routes/security';
import { settingsRoutes } from './routes/settings';
import { saySwitchesOfNothing } from './say-switches';
import { colleagues } from './services/colleagues';
import { customerPlacing } from './services/customer-placing';
import { customerSettings } from './services/customer-settings';
import { policies } from './services/policies';
import { policyMemory } from './services/policy-memory';
import { segmentEditing } from './services/segment-editing';
import { segmentList } from './services/segment-list';
import { settings } from './services/settings';

/** Accounts and mail ask what only segments know. */
const teach = (strapi: Strapi): void => {
  const known = getService(strapi, 'policies', policies);
  getService(strapi, 'account-rules', accountRules).learn(known.accountRules);
  getService(strapi, 'mail-sender', mailSender).learn(known.mailSender);
  getService(strapi, 'membership', membership).learn({
    segmentFor: (person) => segmentByRule([...getService(strapi, 'policy-memory', policyMemory).held().segments.values()], person),
    letterheadOf(name) {
      const { theme, accent } = known.of({ segment: name });
      const dark = theme.mode === 'dark';
      const palette = accent ? paletteOf(accent) : null;
      return { brand: theme.name, accent: palette?.[dark ? 'dark' : 'light'].accent ?? null, dark, auto: theme.mode === 'auto', accentOnDark: palette?.dark.accent ?? null };
    },
    requiresSecondFactor: (name) => known.of({ segment: name }).requiresSecondFactor,
    titles: () => [...getService(strapi, 'policy-memory', policyMemory).held().segments.values()].map(({ name, title }) => ({ name, title })),
  });
};

/** Rank 3: what kinds of customers there are, and what each may do. */
export const segments: Domain = {
  contentTypes: { segment, setting },
  controllers: { appearance, 'app-tokens': appTokens, factors, identities, me, security, settings: settingsController, customers },
  services: { colleagues, 'customer-placing': customerPlacing, 'customer-settings': customerSettings, policies, 'policy-memory': policyMemory, 'segment-editing': segmentEditing, 'segment-list': segmentList, settings },
  policies: { 'has-feature': hasFeature, 'within-limit': withinLimit },
  middlewares: { viewer },
  routes: { contentApi: [...meRoutes, ...securityRoutes], admin: settingsRoutes },
  register: ({ strapi }) => refuseUnreadableColours(strapi),
  async bootstrap({ strapi }) {
    await keepFileSegments(strapi);
    const memory = getService(strapi, 'policy-memory', policyMemory);
    await memory.load();
    teach(strapi);
    saySwitchesOfNothing(strapi);
    getService(strapi, 'jobs', jobs).start({ name: 'follow what admins set', everyMs: seconds(1), run: () => memory.follow() });
  },
};
