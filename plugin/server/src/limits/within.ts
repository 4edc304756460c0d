import type { Route } from '../platform/domain';

/**
 * What a route can be limited by; what each of them counts, and how many of it, is
 * `segments/route-limits.ts`.
 */
export const limitNames = ['sign-ins', 'registrations', 'confirmations', 'resets', 'searches', 'uploads', 'changes', 'chats', 'chat-messages', 'reports'] as const;
export type LimitName = (typeof limitNames)[number];

/** The policy of a route that is limited. It counts every call, refused ones too, once it is known who calls. */
export const within = (name: LimitName): NonNullable<Route['config']['policies']>[number] => ({ name: 'plugin::portal.within-limit', config: { name } });
