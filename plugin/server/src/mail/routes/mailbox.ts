import type { Route } from '../../platform/domain';

export const mailboxRoutes: Route[] = [
  {
    method: 'GET',
    path: '/mailbox',
    handler: 'mailbox.index',
    config: { auth: false, why: 'Only exists where no mail leaves the machine; the controller answers 404 elsewhere.' },
  },
];
