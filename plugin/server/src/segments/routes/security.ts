import type { Method, PathOf } from '../../../../contracts/endpoints/every-endpoint';
import { enrollingSession } from '../../accounts/strategies';
import type { Route } from '../../platform/domain';
import { customerRoute } from './customer-route';

/** A route that is open as well to whoever has to set up a second factor before anything else. */
export const enrollingRoute = <Verb extends Method>(method: Verb, path: PathOf<Verb>, handler: string): Route => {
  const route = customerRoute(method, path, handler);
  return { ...route, config: { ...route.config, auth: { strategies: [enrollingSession] } } };
};

export const securityRoutes: Route[] = [
  enrollingRoute('GET', '/me/security', 'security.show'),
  enrollingRoute('GET', '/me/verification', 'security.verification'),
  enrollingRoute('POST', '/me/verification', 'security.verify'),
  enrollingRoute('POST', '/me/verification/mails', 'security.mailProof'),
  enrollingRoute('POST', '/me/verification/passkey-options', 'security.askPasskey'),
  enrollingRoute('GET', '/me/authenticator', 'factors.show'),
  enrollingRoute('POST', '/me/authenticator', 'factors.begin'),
  enrollingRoute('POST', '/me/authenticator/confirmation', 'factors.confirm'),
  enrollingRoute('POST', '/me/passkeys/options', 'security.askNewPasskey'),
  enrollingRoute('POST', '/me/passkeys', 'factors.addPasskey'),
  customerRoute('DELETE', '/me/authenticator', 'factors.removeApp'),
  customerRoute('PATCH', '/me/passkeys/:id', 'factors.renamePasskey'),
  customerRoute('DELETE', '/me/passkeys/:id', 'factors.removePasskey'),
  customerRoute('GET', '/me/recovery-codes', 'factors.codes'),
  customerRoute('POST', '/me/recovery-codes', 'factors.renewCodes'),
  customerRoute('POST', '/me/recovery-codes/receipt', 'factors.receiveCodes'),
  customerRoute('POST', '/me/password', 'security.changePassword'),
  customerRoute('DELETE', '/me/sessions/:id', 'security.endSession'),
  customerRoute('DELETE', '/me/sessions', 'security.endOtherSessions'),
  customerRoute('DELETE', '/me/trusted-browsers/:id', 'security.forgetBrowser'),
];
