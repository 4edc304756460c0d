import type { Strapi } from './domain';

/** Content types of this plugin, by their singular name. */
export type Model =
  | 'outbox'
  | 'mail'
  | 'bounced-address'
  | 'received-mail'
  | 'watched-mailbox'
  | 'customer'
  | 'session'
  | 'verification-code'
  | 'authenticator'
  | 'passkey'
  | 'passkey-question'
  | 'recovery-code'
  | 'trusted-browser'
  | 'sign-in-challenge'
  | 'failed-code'
  | 'refresh-token'
  | 'identity'
  | 'provider-visit'
  | 'category'
  | 'ticket'
  | 'ticket-event'
  | 'ticket-tag'
  | 'view'
  | 'read-mark'
  | 'comment'
  | 'held-reply'
  | 'saved-reply'
  | 'presence'
  | 'joined-ticket'
  | 'attachment'
  | 'idempotency-key'
  | 'draft'
  | 'search-document'
  | 'search-example'
  | 'search-word'
  | 'search-change'
  | 'search-state'
  | 'search-vector'
  | 'article'
  | 'article-version'
  | 'article-day'
  | 'article-feedback'
  | 'word-list'
  | 'search-record'
  | 'suggestion'
  | 'article-link'
  | 'taken-gap'
  | 'written-answer'
  | 'answer-budget'
  | 'segment'
  | 'setting'
  | 'organisation'
  | 'audit-entry'
  | 'blocked-content'
  | 'incident'
  | 'incident-update'
  | 'incident-follower'
  | 'incident-ticket'
  | 'share-link'
  | 'participant'
  | 'ticket-mute'
  | 'rating'
  | 'reply-vote'
  | 'notification'
  | 'notification-choice'
  | 'push-subscription'
  | 'push-message'
  | 'service-level'
  | 'sla-target'
  | 'ticket-fact'
  | 'day-figure'
  | 'webhook'
  | 'webhook-message'
  | 'data-export'
  | 'erasure'
  | 'chat'
  | 'chat-message'
  | 'chat-seat'
  | 'chat-block'
  | 'heartbeat'
  | 'migration';

export type Row = { id: number; createdAt: string; updatedAt: string };

type Where = Record<string, unknown>;
interface Find {
  where?: Where;
  select?: string[];
  orderBy?: Record<string, 'asc' | 'desc'> | Record<string, 'asc' | 'desc'>[];
  limit?: number;
  offset?: number;
}

/** Typed by the row that the caller expects: the narrow part of Strapi's query engine that this plugin uses. */
export interface Rows<T extends Row> {
  findOne(query: Find): Promise<T | null>;
  findMany(query: Find): Promise<T[]>;
  count(query: { where?: Where }): Promise<number>;
  create(query: { data: Partial<T>; select?: string[] }): Promise<T>;
  createMany(query: { data: Partial<T>[] }): Promise<{ count: number }>;
  update(query: { where: Where; data: Partial<T>; select?: string[] }): Promise<T | null>;
  updateMany(query: { where: Where; data: Partial<T> }): Promise<{ count: number }>;
  deleteMany(query: { where: Where }): Promise<{ count: number }>;
}

/**
 * Rows of a content type through Strapi's query engine: one statement a read, joins the transaction of
 * the caller. (The document service costs eight statements a write and knows drafts we do not have here.)
 */
export const rows = <T extends Row>(strapi: Strapi, model: Model): Rows<T> =>
  strapi.db.query(`plugin::portal.${model}`) as unknown as Rows<T>;

/** Runs `work` so that all its changes are kept together or not at all; `afterCommit` runs once they are. */
export const inTransaction = <T>(strapi: Strapi, work: (afterCommit: (run: () => void) => void) => Promise<T>): Promise<T> =>
  strapi.db.transaction(async ({ onCommit }) => work((run) => onCommit(run))) as Promise<T>;

/**
 * Makes whoever else holds this row wait until the caller's transaction ends. SQLite needs nothing of it:
 * there transactions wait for each other anyway.
 */
export const holdRow = async (strapi: Strapi, model: Model, id: number): Promise<void> => {
  if (strapi.db.dialect.client === 'sqlite') return;
  await strapi.db.queryBuilder(`plugin::portal.${model}`).select('id').where({ id }).forUpdate().execute();
};

/** True for the error a unique index raises, on SQLite and PostgreSQL. */
export const isDuplicate = (error: unknown): boolean => {
  const code = (error as { code?: string } | null)?.code ?? '';
  return code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE';
};
