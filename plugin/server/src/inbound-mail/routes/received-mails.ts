import { receivedMailActions } from '../../../../contracts/inbound-mail';
import { adminRoute } from '../../platform/admin-route';
import type { Route } from '../../platform/domain';

const { read, manage } = receivedMailActions;

export const receivedMailRoutes: Route[] = [
  adminRoute('GET', '/received-mails', 'received-mails.index', read),
  adminRoute('GET', '/received-mails/:id', 'received-mails.show', read),
  adminRoute('GET', '/received-mails/:id/raw', 'received-mails.raw', read),
  adminRoute('POST', '/received-mails/:id/runs', 'received-mails.run', manage),
  adminRoute('POST', '/received-mails/:id/admission', 'received-mails.admit', manage),
  adminRoute('POST', '/received-mails/:id/discard', 'received-mails.discard', manage),
];
