import { z } from 'zod';
import { pageNumber, pageSize } from './platform';
import { accentColour, policyShape, segmentShape, standardSegment } from './policy';
import type { SignInMethod } from './configured-sign-in';
import type { PolicyKey, PolicySource, PolicyValues } from './policy';
import { emailDomain, themes } from './accounts';
import type { Priority } from './tickets';

/** The admins' half of the contract: answers of the admin API under `/portal/settings`. */

// Integers of 32 bits; PostgreSQL answers a larger one with an error.
const rowId = z.number().int().positive().max(2_147_483_647);
export const segmentName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/).refine((name) => name !== standardSegment, { params: { rule: 'not_allowed' } });

/** Who belongs to a segment without being put there: whose address ends with `@domain`, or whose organisation it is. */
export const segmentRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('domain'), domain: emailDomain }),
  z.strictObject({ kind: z.literal('organisation'), organisation: rowId }),
]);
export type SegmentRule = z.infer<typeof segmentRule>;
/** A rule that never decides, because a segment that is asked before has it too. */
export interface ShadowedRule {
  rule: SegmentRule;
  by: string;
}

type Nullable<Shape extends Record<string, z.ZodType>> = { [Key in keyof Shape]: z.ZodNullable<Shape[Key]> };
const nullable = <Shape extends Record<string, z.ZodType>>(shape: Shape): Nullable<Shape> => Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, schema.nullable()])) as unknown as Nullable<Shape>;
/** Overrides to set; null takes one back, what is not named stays. */
export const policyChange = z.strictObject(nullable(policyShape)).partial();
/** The same of a segment, which may not set what holds for everybody alike. */
export const segmentPolicyChange = z.strictObject(nullable(segmentShape)).partial();
export type PolicyChange = { [Key in PolicyKey]?: PolicyValues[Key] | null | undefined };

/** PUT /portal/settings/policy */
export const installationChange = z.strictObject({ changes: policyChange });
/** POST /portal/settings/segments; without a name it gets one from its title. */
export const segmentCreation = z.strictObject({
  name: segmentName.optional(),
  title: z.string().trim().min(1).max(60),
  inherits: segmentName.nullable().default(null),
  rules: z.array(segmentRule).max(50).default([]),
});
export type SegmentCreation = z.infer<typeof segmentCreation>;
/** PUT /portal/settings/segments/:name: only what is named changes. */
export const segmentChange = z.strictObject({
  title: z.string().trim().min(1).max(60).optional(),
  inherits: segmentName.nullable().optional(),
  rules: z.array(segmentRule).max(50).optional(),
  changes: segmentPolicyChange.default({}),
});
export type SegmentChange = z.infer<typeof segmentChange>;
/** PUT /portal/settings/segment-order: all names, first asked first. */
export const segmentOrder = z.strictObject({ names: z.array(segmentName).max(500) });
/** POST /portal/settings/theme-checks */
export const themeCheck = z.strictObject({ accent: accentColour, mode: z.enum(themes) });

/** PUT /portal/settings/customers/:id: only what is named changes. `segment`: null leaves it to the rules. */
export const customerChange = z.strictObject({
  segment: z.union([segmentName, z.literal(standardSegment)]).nullable().optional(),
  organisation: rowId.nullable().optional(),
  portalAccess: z.boolean().optional(),
});
export type CustomerChange = z.infer<typeof customerChange>;
/** GET /portal/settings/customers */
export const customerQuery = z.strictObject({ q: z.string().trim().max(200).default(''), page: pageNumber.default(1), pageSize: pageSize.default(25) });
export type CustomerQuery = z.infer<typeof customerQuery>;
/** POST and PUT /portal/settings/organisations */
export const organisationChange = z.strictObject({ name: z.string().trim().min(1).max(120), domains: z.array(emailDomain).max(50).default([]) });
export type OrganisationChange = z.infer<typeof organisationChange>;

/** A segment by its name, with what people call it. */
export interface SegmentTitle {
  name: string;
  title: string;
}
/** Where a value comes from, with the segment's title. */
export interface ShownSource extends PolicySource {
  title: string | null;
}
/** One key as a settings page shows it. */
export type PolicyLine = {
  [Key in PolicyKey]: {
    key: Key;
    /** What holds here. */
    value: PolicyValues[Key];
    source: ShownSource;
    /** What would hold without the override of this page. */
    inherited: PolicyValues[Key];
    inheritedSource: ShownSource;
    overridden: boolean;
    /** config/plugins.ts keeps this key for itself. */
    locked: boolean;
    /** Why switching it on changes nothing; null where it does. */
    without: 'not_built' | 'no_endpoint' | 'no_inbox' | null;
  };
}[PolicyKey];

/** What only config/plugins.ts says. */
export interface InstallationFacts {
  url: string;
  brand: string;
  /** How customers sign in: `session`, `token` or `oauth`. */
  signIn: SignInMethod;
  /** What is offered to sign in: `email`, and providers by what they are called. */
  providers: string[];
  mailTransport: 'mailbox' | 'email';
  /** Name of the provider that Strapi's email plugin sends through. */
  mailProvider: string;
}
/** GET /portal/settings/policy */
export interface InstallationSettings {
  lines: PolicyLine[];
  facts: InstallationFacts;
}
/** One segment of the list. */
export interface SegmentSummary {
  name: string;
  title: string;
  inherits: string | null;
  position: number;
  rules: SegmentRule[];
  shadowed: ShadowedRule[];
  members: number;
  overrides: number;
  /** Made by config/plugins.ts, which also keeps it. */
  inConfig: boolean;
}
/** GET /portal/settings/segments */
export interface SegmentList {
  segments: SegmentSummary[];
  /** Those that rules name and that are still there. */
  organisations: { id: number; name: string }[];
  /** Customers without a segment. */
  standard: number;
}
/** GET /portal/settings/segments/:name */
export interface SegmentSettings extends SegmentSummary {
  /** Rules of config/plugins.ts; `rules` are those that admins change. */
  fileRules: SegmentRule[];
  /** The name that the portal has where none is set. */
  brand: string;
  lines: PolicyLine[];
}
/** POST /portal/settings/theme-checks → whether an accent can be read as it is in its own theme, and the shades that pages show. */
export interface ThemeCheck {
  allowed: boolean;
  nearest: string;
  /** Its own theme: the dark one where the mode is dark, else the light one. */
  scheme: 'light' | 'dark';
  /** On the worst ground of that theme, cut to one place: 4.5 is enough. */
  contrast: number;
  light: { accent: string; strong: string; on: string; soft: string };
  dark: { accent: string; strong: string; on: string; soft: string };
}
export interface CustomerLine {
  id: number;
  name: string;
  email: string;
  /** The segment that holds, and whether somebody chose it. */
  segment: string;
  byHand: boolean;
  organisation: { id: number; name: string } | null;
  portalAccess: boolean;
}
/** Why somebody is in his segment: chosen for him, the first rule that fits (`inConfig`: of config/plugins.ts), or none does. */
export type MembershipReason = { kind: 'chosen' } | { kind: 'rule'; rule: SegmentRule; inConfig: boolean } | { kind: 'none' };
/** GET /portal/settings/customers/:id → one customer, all that holds for him and where it comes from. */
export interface CustomerSettings extends CustomerLine {
  /** null: in no segment. */
  segmentTitle: string | null;
  reason: MembershipReason;
  /** What he may choose: the priorities that are set, and `urgent` where priority support is on. */
  priorities: Priority[];
  /** The name that the portal has where none is set. */
  brand: string;
  /** He has an app for codes or a passkey. */
  secondFactor: boolean;
  lines: PolicyLine[];
}
export interface OrganisationLine {
  id: number;
  name: string;
  domains: string[];
  members: number;
}
export interface AuditLine {
  id: number;
  /** An admin's name, or `code`. */
  who: string;
  /** What was changed: `settings`, `segment premium`, `customer cora@example.com`. */
  what: string;
  action: AuditAction;
  kind: AuditKind;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  createdAt: string;
}
/** What happens to customers' accounts. */
export const accountActions = ['signed_in', 'sign_in_refused', 'factor_added', 'factor_removed', 'codes_renewed', 'password_changed', 'session_ended', 'slowed'] as const;
export type AccountAction = (typeof accountActions)[number];
export const auditActions = [
  'created', 'changed', 'removed', 'ordered', 'sent_again', 'given_up',
  ...accountActions, 'viewed', 'downloaded', 'listed',
  'export_asked', 'export_made', 'export_fetched', 'erasure_asked', 'erasure_confirmed', 'erasure_withdrawn', 'erased', 'redacted', 'forgotten',
] as const;
/** What an entry of the audit log is: a change of a setting, a sign-in, a look at a customer's data, what became of it, what was kept no longer. */
export const auditKinds = ['change', 'sign_in', 'access', 'privacy', 'retention'] as const;
export type AuditKind = (typeof auditKinds)[number];
/** What the list of the audit log is narrowed by; the same for its file. */
export const auditFilters = {
  kind: z.enum([...auditKinds, 'all']).default('change'),
  /** Part of the name of who did it, or of what or whom it was done to. */
  person: z.string().trim().max(200).default(''),
  /** Days in UTC, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
};
/** GET /portal/settings/audit-entries; `before`: the id to go on from, so that what is added meanwhile shifts nothing. */
export const auditQuery = z.strictObject({ ...auditFilters, before: z.string().regex(/^[1-9]\d{0,9}$/).transform(Number).pipe(z.number().max(2_147_483_647)).optional(), pageSize: pageSize.default(25) });
export type AuditQuery = z.infer<typeof auditQuery>;
/** GET /portal/settings/audit-entries/file */
export const auditFileQuery = z.strictObject(auditFilters);
export type AuditFilters = z.infer<typeof auditFileQuery>;
export type AuditAction = (typeof auditActions)[number];
/** GET /portal/settings/blocked-content: what browsers did not load or run on a page because its policy does not allow it. */
export interface BlockedContentLine {
  id: number;
  /** The rule that blocked it, such as `img-src`. */
  directive: string;
  /** Where it would have come from, or a word such as `inline`. */
  blocked: string;
  /** Path of the page, without what opens something. */
  page: string;
  count: number;
  firstAt: string;
  lastAt: string;
}

/** RBAC actions; a role gets them in Settings → Roles → Plugins → Customer Portal. */
export const settingsActions = {
  read: 'plugin::portal.settings.read',
  change: 'plugin::portal.settings.change',
  customers: 'plugin::portal.customers.manage',
  audit: 'plugin::portal.audit.read',
  erase: 'plugin::portal.customers.erase',
  mail: 'plugin::portal.mail.manage',
  mails: 'plugin::portal.mails.manage',
  webhooks: 'plugin::portal.settings.webhooks',
} as const;
