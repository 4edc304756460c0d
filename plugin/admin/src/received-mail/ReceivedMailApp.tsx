import { Page } from '@strapi/strapi/admin';
import { receivedMailActions } from '../../../contracts/inbound-mail';
import { ReceivedMailPage } from './ReceivedMailPage';

const permissions = [{ action: receivedMailActions.read, subject: null }];

/** Settings: mails that came in, and those that wait for a decision. */
const ReceivedMailApp = () => (
  <Page.Protect permissions={permissions}>
    <ReceivedMailPage />
  </Page.Protect>
);

export default ReceivedMailApp;
