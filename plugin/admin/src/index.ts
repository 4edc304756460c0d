import { Book, Discuss } from '@strapi/icons';
import type { PluginDefinition, StrapiApp } from '@strapi/strapi/admin';
import { deskActions } from '../../contracts/desk';
import { knowledgeActions } from '../../contracts/knowledge-desk';
import { addArticlePanels } from './article/ArticlePanels';
import { inboxPath, knowledgePath, pluginId } from './places';
import { addSettings } from './settings/settings-links';

const addInbox = (app: StrapiApp): void =>
  app.addMenuLink({
    to: inboxPath.slice(1),
    icon: Discuss,
    intlLabel: { id: 'portal.menu.inbox', defaultMessage: 'Support inbox' },
    permissions: [{ action: deskActions.read, subject: null }],
    Component: () => import('./inbox/InboxApp'),
  });

const addKnowledge = (app: StrapiApp): void =>
  app.addMenuLink({
    to: knowledgePath.slice(1),
    icon: Book,
    intlLabel: { id: 'portal.menu.knowledge', defaultMessage: 'Knowledge' },
    permissions: [{ action: knowledgeActions.read, subject: null }],
    Component: () => import('./knowledge/KnowledgeApp'),
  });

const addCategories = (app: StrapiApp): void =>
  app.addSettingsLink(
    pluginId,
    {
      id: 'portal-categories',
      to: 'portal/categories',
      intlLabel: { id: 'portal.settings.categories', defaultMessage: 'Categories' },
      permissions: [{ action: deskActions.categories, subject: null }],
      Component: () => import('./categories/CategoriesApp'),
    },
  );

const loadWords = async (locale: string): Promise<Record<string, string>> => {
  switch (locale) {
    case 'en':
      return (await import('./translations/en.json')).default;
    case 'de':
      return (await import('./translations/de.json')).default;
    default:
      return {};
  }
};

const prefixed = (words: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [`${pluginId}.${key}`, text]));

/** The admin half of the plugin: the agents' inbox, the authors' page and panels, the settings, and the editor of categories. */
const plugin: PluginDefinition = {
  register(app) {
    app.registerPlugin({ id: pluginId, name: 'Customer Portal' });
    addInbox(app);
    addKnowledge(app);
    addSettings(app);
    addCategories(app);
  },
  bootstrap: (app) => addArticlePanels(app),
  registerTrads: ({ locales }) => Promise.all(locales.map(async (locale) => ({ locale, data: prefixed(await loadWords(locale)) }))),
};

export default plugin;
