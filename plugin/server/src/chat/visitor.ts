import type { Context } from 'koa';
import { visitorHeader } from '../../../contracts/chat';
import type { Viewer } from '../accounts/viewer';
import { networkOf } from '../platform/network-address';
import type { Binding } from '../platform/statements';
import { hashToken } from '../platform/tokens';

/** Whoever calls from outside the desk: a customer, a guest with his token, or both: who began as a guest and signed in later. */
export interface ChatVisitor {
  viewer: Viewer | null;
  /** What is stored of the token that he showed; null where he showed none. */
  hash: string | null;
  /** His network; never stored as it is. */
  network: string;
}

/** The visitor of a request, by his session and by what he shows in `Portal-Visitor`. */
export const visitorOf = (ctx: Context): ChatVisitor => {
  const token = ctx.get(visitorHeader);
  return { viewer: (ctx.state.customer as Viewer | undefined) ?? null, hash: hashOf(token), network: networkOf(ctx.request.ip) };
};

/** What is stored of a token; null for what is none of ours. */
export const hashOf = (token: string): string | null => (/^[\w-]{43}$/.test(token) ? hashToken(token) : null);

/** The condition that a chat is his, for a where-clause. A customer's chat has no token that opens it. */
export const ownedBy = ({ viewer, hash }: Pick<ChatVisitor, 'viewer' | 'hash'>): { sql: string; bindings: Binding[] } => ({ sql: '(customer_id = ? or visitor_hash = ?)', bindings: [viewer?.customerId ?? 0, hash ?? ''] });
