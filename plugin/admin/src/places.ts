/** The plugin's name in Strapi; also the prefix of its words. */
export const pluginId = 'portal';
/** Where the inbox is, inside the admin. */
export const inboxPath = `/plugins/${pluginId}`;
/** Where categories are edited, inside the admin. */
export const categoriesPath = `/settings/${pluginId}/categories`;
/** The page of one ticket. */
export const ticketPath = (reference: string): string => `${inboxPath}/tickets/${encodeURIComponent(reference)}`;
/** The form of one category. */
export const categoryPath = (slug: string): string => `${categoriesPath}/${encodeURIComponent(slug)}`;
/** The form of a category that does not exist yet. Slugs have no underscore, so it cannot be one. */
export const newCategoryPath = `${categoriesPath}/_new`;
