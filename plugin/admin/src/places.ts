/** The plugin's name in Strapi; also the prefix of its words. */
export const pluginId = 'portal';
/** Where the inbox is, inside the admin. */
export const inboxPath = `/plugins/${pluginId}`;
/** Where categories are edited, inside the admin. */
export const categoriesPath = `/settings/${pluginId}/categories`;
/** Where agents tell of incidents. */
export const incidentsPath = `${inboxPath}/incidents`;
/** The page of one ticket. */
export const ticketPath = (reference: string): string => `${inboxPath}/tickets/${encodeURIComponent(reference)}`;
/** The form of one category. */
export const categoryPath = (slug: string): string => `${categoriesPath}/${encodeURIComponent(slug)}`;
/** The form of a category that does not exist yet. Slugs have no underscore, so it cannot be one. */
export const newCategoryPath = `${categoriesPath}/_new`;
/** The authors' page: what readers searched, and what is missing. */
export const knowledgePath = `${inboxPath}-knowledge`;
/** The agents' live chats. Beside the inbox, so that Strapi's menu marks only one of the two. */
export const chatsPath = `${inboxPath}-chats`;
/** One chat, with the shelf that is open beside it. */
export const chatPath = (key: string, search = ''): string => `${chatsPath}/${encodeURIComponent(key)}${search}`;
/** Where chat is set. */
export const chatSettingsPath = `/settings/${pluginId}/chat`;
/** The figures of the desk. Beside the inbox' address, so that the menu marks one of both; the address below it leads here. */
export const analyticsPath = `${inboxPath}-analytics`;
/** The content type of articles. */
export const articleType = 'plugin::portal.article';
/** An article in the content manager, in one language. */
export const articlePath = (document: string, language: string): string =>
  `/content-manager/collection-types/${articleType}/${encodeURIComponent(document)}?plugins[i18n][locale]=${encodeURIComponent(language)}`;
/** Where segments are, inside the admin. */
export const segmentsPath = `/settings/${pluginId}/segments`;
/** Where customers are placed. */
export const customersPath = `/settings/${pluginId}/customers`;
/** The page of one customer. */
export const customerPath = (id: number): string => `${customersPath}/${id}`;
/** What is set for all. */
export const forAllPath = (page: string): string => `/settings/${pluginId}/${page}`;
/** The form of one segment. */
export const segmentPath = (name: string): string => `${segmentsPath}/${encodeURIComponent(name)}`;
