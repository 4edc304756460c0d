import { Page } from '@strapi/strapi/admin';
import { Navigate, Route, Routes, useLocation, useParams } from 'react-router-dom';
import { deskActions } from '../../../contracts/desk';
import { IncidentsPage } from '../incidents/IncidentsPage';
import { analyticsPath, chatsPath, inboxPath } from '../places';
import { TicketPage } from '../ticket/TicketPage';
import { InboxPage } from './InboxPage';

const permissions = [{ action: deskActions.read, subject: null }];

const Ticket = () => {
  const { reference = '' } = useParams();
  // A key for each ticket: nothing typed or loaded for one may show on another.
  return <TicketPage key={reference} reference={reference} />;
};

/** Where one looks for the figures; they have a page and a right of their own. */
const Analytics = () => <Navigate to={`${analyticsPath}${useLocation().search}`} replace />;

/** The agents' inbox: the list and the page of one ticket. */
const InboxApp = () => (
  <Page.Protect permissions={permissions}>
    <Routes>
      <Route index element={<InboxPage />} />
      <Route path="incidents" element={<IncidentsPage />} />
      <Route path="tickets/:reference" element={<Ticket />} />
      <Route path="chats" element={<Navigate to={chatsPath} replace />} />
      <Route path="analytics" element={<Analytics />} />
      <Route path="*" element={<Navigate to={inboxPath} replace />} />
    </Routes>
  </Page.Protect>
);

export default InboxApp;
