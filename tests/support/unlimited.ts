const many = 100_000;
const perAddress = ['signInsPerHour', 'registrationsPerHour', 'confirmationsPerHour', 'resetsPerHour', 'searchesPerMinute', 'changesPerHour', 'reportsPerHour', 'chatsPerHour', 'chatMessagesPerMinute', 'mailFailuresPerHour'];
const names = ['PORTAL_TICKETS_PER_DAY', 'PORTAL_COMMENTS_PER_HOUR', 'PORTAL_SEARCHES_PER_MINUTE', 'PORTAL_UPLOADS_PER_HOUR', 'PORTAL_CHATS_PER_HOUR', 'PORTAL_CHAT_MESSAGES_PER_MINUTE', 'PORTAL_ACCOUNT_MAILS_PER_HOUR'];

/** An environment in which nobody meets a limit: tests do in seconds, and from one address, what people do in weeks. */
export const unlimited: Record<string, string> = {
  ...Object.fromEntries(names.map((name) => [name, String(many)])),
  PORTAL_ADDRESS_LIMITS: JSON.stringify(Object.fromEntries(perAddress.map((name) => [name, many]))),
};
