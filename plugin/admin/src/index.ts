import { Book, ChartPie, Discuss } from '@strapi/icons';
import type { ComponentType } from 'react';
import type { PluginDefinition, StrapiApp } from '@strapi/strapi/admin';
import { analyticsActions } from '../../contracts/analytics';
import { deskActions } from '../../contracts/desk';
import { knowledgeActions } from '../../contracts/knowledge-desk';
import { addArticlePanels } from './article/ArticlePanels';
import { addFieldHints } from './article/field-hints';
import { WaitingChatsIcon } from './chat/WaitingChatsIcon';
import { mirrored } from './display/Mirrored';
import { loadWords } from './load-words';
import { analyticsPath, chatsPath, inboxPath, knowledgePath, pluginId } from './places';
import { addChanges, addSettings } from './settings/settings-links';
import { addUserPanel } from './user/UserPanel';

const addInbox = (app: StrapiApp): void =>
  app.addMenuLink({
    to: inboxPath.slice(1),
    icon: Discuss,
    intlLabel: { id: 'portal.menu.inbox', defaultMessage: 'Support inbox' },
    permissions: [{ action: deskActions.read, subject: null }],
    Component: mirrored(() => import('./inbox/InboxApp')),
  });

const addChats = (app: StrapiApp): void =>
  app.addMenuLink({
    to: chatsPath.slice(1),
    icon: WaitingChatsIcon,
    intlLabel: { id: 'portal.menu.chats', defaultMessage: 'Live chats' },
    permissions: [{ action: deskActions.chats, subject: null }],
    Component: mirrored(() => import('./chat/ChatsApp')),
  });

const addKnowledge = (app: StrapiApp): void =>
  app.addMenuLink({
    to: knowledgePath.slice(1),
    icon: Book,
    intlLabel: { id: 'portal.menu.knowledge', defaultMessage: 'Knowledge' },
    permissions: [{ action: knowledgeActions.read, subject: null }],
    Component: mirrored(() => import('./knowledge/KnowledgeApp')),
  });

const addAnalytics = (app: StrapiApp): void => {
  const permissions = [{ action: analyticsActions.read, subject: null }];
  app.addMenuLink({
    to: analyticsPath.slice(1),
    icon: ChartPie,
    intlLabel: { id: 'portal.menu.analytics', defaultMessage: 'Analytics' },
    permissions,
    Component: mirrored(() => import('./analytics/AnalyticsApp')),
  });
  app.widgets.register({
    id: 'analytics',
    pluginId,
    icon: ChartPie,
    title: { id: 'portal.widget.analytics', defaultMessage: 'Support: the last seven days' },
    link: { label: { id: 'portal.widget.analyticsOpen', defaultMessage: 'Open analytics' }, href: analyticsPath },
    permissions: [{ action: analyticsActions.read }],
    component: async () => (await mirrored(() => import('./home/AnalyticsWidget'))()).default,
  });
};

const addCategories = (app: StrapiApp): void =>
  app.addSettingsLink(
    pluginId,
    {
      id: 'portal-categories',
      to: 'portal/categories',
      intlLabel: { id: 'portal.settings.categories', defaultMessage: 'Categories' },
      permissions: [{ action: deskActions.categories, subject: null }],
      Component: mirrored(() => import('./categories/CategoriesApp')),
    },
  );

const addSavedReplies = (app: StrapiApp): void =>
  // By its name: the section is there since the categories.
  app.addSettingsLink(pluginId, {
    id: 'portal-saved-replies',
    to: 'portal/saved-replies',
    intlLabel: { id: 'portal.settings.savedReplies', defaultMessage: 'Saved replies' },
    permissions: [{ action: deskActions.reply, subject: null }],
    Component: mirrored(() => import('./saved-replies/SavedRepliesApp')),
  });

const addWidget = (app: StrapiApp): void =>
  app.widgets.register({
    id: 'inbox',
    pluginId,
    icon: Discuss,
    title: { id: 'portal.menu.inbox', defaultMessage: 'Support inbox' },
    link: { label: { id: 'portal.widget.open', defaultMessage: 'Open the inbox' }, href: inboxPath },
    permissions: [{ action: deskActions.read }],
    component: async () => (await mirrored(() => import('./home/InboxWidget'))()).default,
  });

const addServiceLevels = (app: StrapiApp): void => {
  // The section is there: categories made it.
  app.addSettingsLink(pluginId, {
    id: 'portal-hours',
    to: 'portal/business-hours',
    intlLabel: { id: 'portal.settings.hours', defaultMessage: 'Business hours' },
    permissions: [{ action: deskActions.hours, subject: null }],
    Component: mirrored(() => import('./service-levels/BusinessHoursApp')),
  });
  app.addSettingsLink(pluginId, {
    id: 'portal-service-levels',
    to: 'portal/service-levels',
    intlLabel: { id: 'portal.settings.levels', defaultMessage: 'Service levels' },
    permissions: [{ action: deskActions.levels, subject: null }],
    Component: mirrored(() => import('./service-levels/ServiceLevelsApp')),
  });
};

/** The field of articles in which authors choose segments; the server makes it known by the same name. */
const addSegmentsField = (app: StrapiApp): void =>
  app.customFields.register({
    name: 'segments',
    pluginId,
    type: 'json',
    intlLabel: { id: 'portal.segmentsField.label', defaultMessage: 'Segments' },
    intlDescription: { id: 'portal.segmentsField.description', defaultMessage: 'Segments of the customer portal' },
    // Strapi's type knows of no properties, though it gives them.
    components: { Input: async () => ({ default: (await import('./article/SegmentsField')).default as unknown as ComponentType }) },
  });

/** The admin half of the plugin: the agents' inbox and chats, the authors' page and panels, the settings, and the editor of categories. */
const plugin: PluginDefinition = {
  register(app) {
    app.registerPlugin({ id: pluginId, name: 'Customer Portal' });
    addInbox(app);
    addChats(app);
    addKnowledge(app);
    addAnalytics(app);
    addSettings(app);
    addCategories(app);
    addSavedReplies(app);
    addServiceLevels(app);
    addChanges(app);
    addWidget(app);
    addSegmentsField(app);
  },
  bootstrap(app) {
    addArticlePanels(app);
    addFieldHints(app);
    addUserPanel(app);
  },
  registerTrads: ({ locales }) => Promise.all(locales.map(async (locale) => ({ locale, data: await loadWords(locale) }))),
};

export default plugin;
