import type { AppTokens, TokenScope } from '../../plugin/contracts/app-tokens';
import { demoPassword, type Customer } from '../../database/seeds/builders/people';
import type { Desk } from './strapi';
import { Visitor, type Answer } from './visitor';

/** An app on somebody's phone: it has tokens and no cookies. */
export interface App {
  tokens: AppTokens;
  /** Calls with the access token that it has. */
  api: Visitor;
}

/** Asks for tokens with a password. */
export const askForTokens = (desk: Desk, { email }: Pick<Customer, 'email'>, wish: { scopes?: TokenScope[]; device?: string } = {}): Promise<Answer<AppTokens>> =>
  desk.visitor().post<AppTokens>('/auth/login', { email, password: demoPassword, mode: 'token', ...wish });

/** An app with these tokens. */
export const appWith = (desk: Desk, tokens: AppTokens): App => ({ tokens, api: new Visitor(`${desk.url}/api/portal`, { authorization: `Bearer ${tokens.accessToken}` }) });

/** Signs an app in. */
export const signInApp = async (desk: Desk, customer: Pick<Customer, 'email'>, wish: { scopes?: TokenScope[]; device?: string } = {}): Promise<App> => {
  const { data, status, text } = await askForTokens(desk, customer, wish);
  if (status !== 200) throw new Error(`The app could not sign in: ${status} ${text}`);
  return appWith(desk, data);
};

/** Shows a refresh token. */
export const refresh = (desk: Desk, refreshToken: string): Promise<Answer<AppTokens>> => desk.visitor().post<AppTokens>('/auth/refresh', { refreshToken });
