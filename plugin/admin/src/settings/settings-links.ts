import type { StrapiApp } from '@strapi/strapi/admin';
import { knowledgeActions } from '../../../contracts/knowledge-desk';
import { receivedMailActions } from '../../../contracts/inbound-mail';
import { settingsActions } from '../../../contracts/settings';
import { mirrored } from '../display/Mirrored';
import { pluginId } from '../places';

type Link = Exclude<Parameters<StrapiApp['addSettingsLink']>[1], unknown[]>;

const { read, customers, audit, mails, webhooks } = settingsActions;
const link = (page: string, intlLabel: Link['intlLabel'], action: string, Component: Parameters<typeof mirrored>[0]): Link => ({ id: `portal-${page}`, to: `${pluginId}/${page}`, intlLabel, permissions: [{ action, subject: null }], Component: mirrored(Component) });

const links: Link[] = [
  link('general', { id: 'portal.settings.general', defaultMessage: 'General' }, read, () => import('./GeneralApp')),
  link('features', { id: 'portal.settings.features', defaultMessage: 'Features' }, read, () => import('./FeaturesApp')),
  link('authentication', { id: 'portal.settings.authentication', defaultMessage: 'Authentication' }, read, () => import('./AuthenticationApp')),
  link('limits', { id: 'portal.settings.limits', defaultMessage: 'Limits and files' }, read, () => import('./LimitsApp')),
  link('theme', { id: 'portal.settings.theme', defaultMessage: 'Theme' }, read, () => import('./ThemeApp')),
  link('retention', { id: 'portal.settings.retention', defaultMessage: 'Retention' }, read, () => import('./RetentionApp')),
  link('mail', { id: 'portal.settings.mail', defaultMessage: 'Mail' }, read, () => import('./MailApp')),
  link('chat', { id: 'portal.settings.chat', defaultMessage: 'Chat' }, read, () => import('../chat/ChatSettingsApp')),
  link('segments', { id: 'portal.settings.segments', defaultMessage: 'Segments' }, read, () => import('./SegmentsApp')),
  link('customers', { id: 'portal.settings.customers', defaultMessage: 'Customers' }, customers, () => import('./CustomersApp')),
  link('organisations', { id: 'portal.settings.organisations', defaultMessage: 'Organisations' }, customers, () => import('./OrganisationsApp')),
  link('received-mail', { id: 'portal.settings.received', defaultMessage: 'Received mail' }, receivedMailActions.read, () => import('../received-mail/ReceivedMailApp')),
  link('mails', { id: 'portal.settings.mails', defaultMessage: 'Failed mails' }, mails, () => import('./FailedMailsApp')),
  link('webhooks', { id: 'portal.settings.webhooks', defaultMessage: 'Webhooks' }, webhooks, () => import('../webhooks/WebhooksApp')),
  link('blocked-content', { id: 'portal.settings.blocked', defaultMessage: 'Blocked content' }, read, () => import('./BlockedContentApp')),
  link('health', { id: 'portal.settings.health', defaultMessage: 'Health' }, read, () => import('./HealthApp')),
  link('synonyms', { id: 'portal.settings.synonyms', defaultMessage: 'Synonyms' }, knowledgeActions.words, () => import('../synonyms/SynonymsApp')),
];
const changes = link('changes', { id: 'portal.settings.changes', defaultMessage: 'Changes' }, audit, () => import('./ChangesApp'));

/** Makes the portal's section in Strapi's settings, which must be made once, with its pages. */
export const addSettings = (app: StrapiApp): void => app.addSettingsLink({ id: pluginId, intlLabel: { id: 'portal.settings.section', defaultMessage: 'Customer Portal' } }, links);

/** The list of changes, which is the section's last page. */
export const addChanges = (app: StrapiApp): void => app.addSettingsLink(pluginId, changes);
