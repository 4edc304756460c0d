import { Page } from '@strapi/strapi/admin';
import { deskActions } from '../../../contracts/desk';
import { SavedRepliesPage } from './SavedRepliesPage';

const permissions = [{ action: deskActions.reply, subject: null }];

/** Where agents keep the replies they send again and again. */
const SavedRepliesApp = () => (
  <Page.Protect permissions={permissions}>
    <SavedRepliesPage />
  </Page.Protect>
);

export default SavedRepliesApp;
