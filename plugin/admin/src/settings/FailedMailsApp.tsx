import { Page } from '@strapi/strapi/admin';
import { settingsActions } from '../../../contracts/settings';
import { FailedMailsPage } from './FailedMailsPage';

const permissions = [{ action: settingsActions.mails, subject: null }];

/** Settings: mails that could not be sent. */
const FailedMailsApp = () => (
  <Page.Protect permissions={permissions}>
    <FailedMailsPage />
  </Page.Protect>
);

export default FailedMailsApp;
