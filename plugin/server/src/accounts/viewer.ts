import type { Language, Me, Policy, Theme } from '../../../contracts/accounts';

/** The signed-in customer, as the session query reads him: all that one request needs to know. */
export interface Viewer {
  customerId: number;
  userId: number;
  sessionId: number;
  name: string;
  email: string;
  language: Language;
  timeZone: string;
  theme: Theme;
  segment: string;
  /** The house he belongs to now. */
  organisationId: number | null;
  /** Notifications that he has not seen. */
  unread: number;
  /** He has an app for codes or a passkey. */
  hasFactor: boolean;
  /** His segment wants a second factor and he has none: he may do nothing but set one up. */
  mustEnrol: boolean;
  /** When this session last proved who sits there; null: never, or there is no session. */
  verifiedAt: Date | null;
  /** What an app may do for him; null, or nothing, in a browser: all. */
  scopes?: string[] | null;
}

/** What the customer is told of himself; an allow-list, so that new columns stay inside. */
export const toMe = ({ name, email, language, timeZone, theme, unread }: Viewer, policy: Policy): Me => ({
  name,
  email,
  language,
  timeZone,
  theme,
  unread,
  policy,
});
