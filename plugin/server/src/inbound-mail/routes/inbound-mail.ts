import type { Route } from '../../platform/domain';

export const inboundMailRoutes: Route[] = [
  { method: 'POST', path: '/inbound-mail', handler: 'inbound-mail.receive', config: { auth: false, why: 'Mail servers have no session; a shared secret says that they may hand mails in.' } },
];
