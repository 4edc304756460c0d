import type { NotificationChannel } from '../../../../contracts/notifications';
import type { Section } from './section';
import { json, moment, tableSection } from './section';

type Moment = Date | string | number | null;

interface AccountRow {
  id: number;
  name: string;
  email: string;
  username: string;
  provider: string | null;
  language: string;
  timeZone: string;
  theme: string;
  organisation: string | null;
  createdAt: Moment;
}
const account = tableSection<AccountRow>(
  'account',
  `select c.id, c.name, u.email, u.username, u.provider, c.language, c.time_zone as "timeZone", c.theme, o.name as organisation, c.created_at as "createdAt"
    from portal_customers c join up_users u on u.id = c.user_id left join portal_organisations o on o.id = c.organisation_id where c.id = ?`,
  ({ customerId }) => [customerId],
  ({ name, email, username, provider, language, timeZone, theme, organisation, createdAt }) => ({ name, email, username, provider, language, timeZone, theme, organisation, createdAt: moment(createdAt) }),
  'c.id',
);

interface SessionRow {
  id: number;
  device: string | null;
  address: string | null;
  createdAt: Moment;
  lastSeenAt: Moment;
  expiresAt: Moment;
}
const sessions = tableSection<SessionRow>(
  'sessions',
  'select id, device, address, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt" from portal_sessions where customer_id = ?',
  ({ customerId }) => [customerId],
  ({ device, address, createdAt, lastSeenAt, expiresAt }) => ({ device, address, createdAt: moment(createdAt), lastSeenAt: moment(lastSeenAt), expiresAt: moment(expiresAt) }),
);

const browsers = tableSection<SessionRow>(
  'browsers',
  'select id, device, address, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt" from portal_trusted_browsers where customer_id = ?',
  ({ customerId }) => [customerId],
  ({ device, address, createdAt, lastSeenAt, expiresAt }) => ({ device, address, createdAt: moment(createdAt), lastSeenAt: moment(lastSeenAt), expiresAt: moment(expiresAt) }),
);

interface KeyRow {
  id: number;
  name: string | null;
  createdAt: Moment;
}
const passkeys = tableSection<KeyRow>('passkeys', 'select id, name, created_at as "createdAt" from portal_passkeys where customer_id = ?', ({ customerId }) => [customerId], ({ name, createdAt }) => ({ name, createdAt: moment(createdAt) }));
/** That there is one, and since when; what is in it opens the account. */
const apps = tableSection<KeyRow>('apps', 'select id, null as name, created_at as "createdAt" from portal_authenticators where customer_id = ?', ({ customerId }) => [customerId], ({ createdAt }) => ({ createdAt: moment(createdAt) }));

interface IdentityRow {
  id: number;
  provider: string;
  email: string | null;
  createdAt: Moment;
}
const identities = tableSection<IdentityRow>(
  'identities',
  'select id, provider, email, created_at as "createdAt" from portal_identities where customer_id = ?',
  ({ customerId }) => [customerId],
  ({ provider, email, createdAt }) => ({ provider, email, createdAt: moment(createdAt) }),
);

interface ChoiceRow {
  id: number;
  choices: Record<string, NotificationChannel[]> | string | null;
  quietFrom: string | null;
  quietUntil: string | null;
  digestHour: number | null;
}
const choices = tableSection<ChoiceRow>(
  'choices',
  'select id, choices, quiet_from as "quietFrom", quiet_until as "quietUntil", digest_hour as "digestHour" from portal_notification_choices where customer_id = ?',
  ({ customerId }) => [customerId],
  ({ choices: chosen, quietFrom, quietUntil, digestHour }) => ({ told: json<Record<string, string[]>>(chosen, {}), quietFrom, quietUntil, digestHour }),
);

const pushBrowsers = tableSection<{ id: number; device: string | null; withText: boolean | number; createdAt: Moment }>(
  'pushBrowsers',
  'select id, device, with_text as "withText", created_at as "createdAt" from portal_push_subscriptions where customer_id = ?',
  ({ customerId }) => [customerId],
  ({ device, withText, createdAt }) => ({ device, showsText: Boolean(withText), createdAt: moment(createdAt) }),
);

interface DraftRow {
  id: number;
  purpose: string;
  values: Record<string, string | boolean | string[]> | string | null;
  updatedAt: Moment;
}
/** What the form kept of what was wrong with it is for the form. */
const isTyped = ([name]: [string, unknown]): boolean => !name.startsWith('_') && name !== 'key';
const drafts = tableSection<DraftRow>(
  'drafts',
  'select id, purpose, "values", updated_at as "updatedAt" from portal_drafts where customer_id = ?',
  ({ customerId }) => [customerId],
  ({ purpose, values, updatedAt }) => ({ purpose, typed: Object.fromEntries(Object.entries(json<Record<string, string | boolean | string[]>>(values, {})).filter(isTyped)), updatedAt: moment(updatedAt) }),
);

interface LogRow {
  id: number;
  action: string;
  who: string;
  kind: string | null;
  after: Record<string, string> | string | null;
  createdAt: Moment;
}
/** Of his own sign-ins with where they came from; of what the desk did only that it did. */
const log = tableSection<LogRow>(
  'log',
  `select id, action, who, kind, after, created_at as "createdAt" from portal_audit_entries where customer_id = ?`,
  ({ customerId }) => [customerId],
  ({ action, who, kind, after, createdAt }) => {
    const { address = null, device = null } = kind === 'sign_in' ? json<{ address?: string; device?: string }>(after as string | null, {}) : {};
    return { what: action, by: who === 'customer' ? 'you' : who === 'portal' ? 'portal' : 'support', address, device, createdAt: moment(createdAt) };
  },
);

interface ExportRow {
  id: number;
  state: string;
  createdAt: Moment;
}
const exports = tableSection<ExportRow>(
  'exports',
  'select id, state, created_at as "createdAt" from portal_data_exports where customer_id = ?',
  ({ customerId }) => [customerId],
  ({ state, createdAt }) => ({ state, createdAt: moment(createdAt) }),
);

/** Who he is, how he wants it, and what is known of his visits. */
export const accountSections = { account, sessions, browsers, passkeys, apps, identities, choices, pushBrowsers, drafts, log, exports } satisfies Record<string, Section>;
