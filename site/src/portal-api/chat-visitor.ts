import { path } from '@layouts/paths';

const named = /(?:^|;\s*)portal_chat=([\w-]{16,128})(?:;|$)/;
const keptSeconds = 30 * 24 * 3600;

/** What this browser shows for its guest's chat; null where it has none. */
export const chatVisitorOf = (cookie: string | null): string | null => named.exec(cookie ?? '')?.[1] ?? null;

/** The cookie that keeps it, for the portal's pages only: the API is told it by a header, so no other site can send it along. */
export const chatVisitorCookie = (visitor: string, https: boolean): string => `portal_chat=${visitor}; Path=${path('/')}; Max-Age=${keptSeconds}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`;
