import { createHmac } from 'node:crypto';

/** What binds an answer of the provider to the visit it belongs to. */
export interface VisitSecrets {
  nonce: string;
  /** PKCE: 43 characters, as RFC 7636 asks for at least. */
  verifier: string;
}

const derived = (browser: string, purpose: string, state: string): string => createHmac('sha256', browser).update(`${purpose} ${state}`).digest('base64url');

/** Nonce and verifier of a visit, out of the secret in the browser's cookie: nobody else has it, and no table holds it. */
export const visitSecrets = (browser: string, state: string): VisitSecrets => ({ nonce: derived(browser, 'nonce', state), verifier: derived(browser, 'verifier', state) });
