import { Page } from '@strapi/strapi/admin';
import { Navigate, Route, Routes } from 'react-router-dom';
import { deskActions } from '../../../contracts/desk';
import { chatsPath } from '../places';
import { ChatsPage } from './ChatsPage';

const permissions = [{ action: deskActions.chats, subject: null }];

/** The agents' live chats: the shelves, and beside them the one that is open. */
const ChatsApp = () => (
  <Page.Protect permissions={permissions}>
    <Routes>
      <Route path=":key?" element={<ChatsPage />} />
      <Route path="*" element={<Navigate to={chatsPath} replace />} />
    </Routes>
  </Page.Protect>
);

export default ChatsApp;
