import { Page } from '@strapi/strapi/admin';
import { Navigate, Route, Routes, useParams } from 'react-router-dom';
import { deskActions } from '../../../contracts/desk';
import { IncidentsPage } from '../incidents/IncidentsPage';
import { chatsPath, inboxPath } from '../places';
import { TicketPage } from '../ticket/TicketPage';
import { InboxPage } from './InboxPage';

const permissions = [{ action: deskActions.read, subject: null }];

const Ticket = () => {
  const { reference = '' } = useParams();
  // A key for each ticket: nothing typed or loaded for one may show on another.
  return <TicketPage key={reference} reference={reference} />;
};

/** The agents' inbox: the list and the page of one ticket. */
const InboxApp = () => (
  <Page.Protect permissions={permissions}>
    <Routes>
      <Route index element={<InboxPage />} />
      <Route path="incidents" element={<IncidentsPage />} />
      <Route path="tickets/:reference" element={<Ticket />} />
      <Route path="chats" element={<Navigate to={chatsPath} replace />} />
      <Route path="*" element={<Navigate to={inboxPath} replace />} />
    </Routes>
  </Page.Protect>
);

export default InboxApp;
